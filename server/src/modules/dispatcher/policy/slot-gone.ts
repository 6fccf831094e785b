import { noTime } from "#understanding";
import { phrase } from "../wording/phrases.ts";
import { absorb } from "./absorb.ts";
import { after, type Decision } from "./decision.ts";
import type { Heard } from "./heard.ts";
import type { Session } from "./session.ts";
import { offerTimes } from "./slots.ts";
import type { World } from "./world.ts";

/** The chosen time was taken by somebody else between the offer and the yes: other times are offered. */
export function slotGone(before: Session, heard: Heard, world: World): Decision {
  const open = { chosen: null, offered: [], ended: null };
  const silence: Heard = {
    text: "",
    photos: 0,
    trade: heard.trade,
    understanding: { ...heard.understanding, intents: ["other"], time: noTime, choice: null },
  };
  const session: Session = { ...absorb(before, heard, world.upcoming), ...open };
  const offer = offerTimes({ before: { ...before, ...open, asked: "none" }, session, heard: silence, world }, true);
  const phrases = offer.phrases.filter(({ say }) => say !== "time_is_taken");
  return after({ phrases: [phrase("slot_gone", {})], acts: [] }, { ...offer, phrases });
}
