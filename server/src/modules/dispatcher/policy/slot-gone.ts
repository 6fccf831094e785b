import { noTime } from "#understanding";
import { phrase } from "../wording/phrases.ts";
import { absorb } from "./absorb.ts";
import { after, type Decision } from "./decision.ts";
import type { Heard } from "./heard.ts";
import type { Session } from "./session.ts";
import { offerTimes } from "./slots.ts";
import type { World } from "./world.ts";

/** Why a time that was offered can be had no more: somebody else took it, or it is over. */
export type SlotGone = "slot_taken" | "slot_past";

/** The chosen time was lost between the offer and the yes: other times are offered. */
export function slotGone(why: SlotGone, before: Session, heard: Heard, world: World): Decision {
  const open = { chosen: null, offered: [], ended: null };
  const silence: Heard = {
    text: "",
    photos: 0,
    trade: heard.trade,
    understanding: { ...heard.understanding, intents: ["other"], time: noTime, choice: null },
  };
  const session: Session = { ...absorb(before, heard, world.upcoming), ...open };
  const offer = offerTimes({ before: { ...before, ...open, asked: "none" }, session, heard: silence, world }, true);
  const phrases = offer.phrases.filter(({ say }) => say !== "time_is_taken" && say !== "day_has_passed");
  return after({ phrases: [phrase(why, {})], acts: [] }, { ...offer, phrases });
}
