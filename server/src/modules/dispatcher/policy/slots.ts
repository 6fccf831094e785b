import type { Context, WantedTime } from "#understanding";
import { type Phrase, phrase } from "../wording/phrases.ts";
import { asking, type Decision, type Turn, telling } from "./decision.ts";
import { says, saysWhen } from "./heard.ts";
import { dateInWords, inWords } from "./in-words.ts";
import { readBack } from "./read-back.ts";
import type { OfferedSlot, Session } from "./session.ts";
import { leavesItToUs, wantsLater, wantsSooner } from "./signs.ts";
import { spread } from "./spread.ts";
import { fits, isPrecise, limits } from "./wish.ts";
import type { World } from "./world.ts";

/** Reads the chosen time back; or offers the times that fit the wish, or those that come nearest to it. */
export function offerTimes(turn: Turn, understood: boolean): Decision {
  const { before, session, heard, world } = turn;
  const chosen = choose(turn);
  if (chosen !== null) return readBack(turn, chosen, understood);
  if (says(heard, "deny") && before.asked === "slot_choice" && !saysWhen(heard) && !wantsOthers(turn))
    return asking({ ...session, chosen: null, offered: [], later_than: null }, "time", [phrase("ask_time", {})]);
  const pool = poolOf(session, world);
  const offered = spread(pool);
  if (offered.length === 0) return nobodyFree(session, world);
  const free = { ...session, chosen: null, offered };
  const reason = whyOthers(turn);
  const again = !understood && before.asked === "slot_choice" && reason.length === 0;
  return asking(free, "slot_choice", again ? [phrase("ask_choice_again", {})] : [...reason, offer(free, world)]);
}

/** The one time that the words or the circumstances single out. */
function choose(turn: Turn): OfferedSlot | null {
  const { before, session, heard, world } = turn;
  const [best] = poolOf(session, world);
  const others = wantsOthers(turn);
  if (best === undefined || (others && wantsLater(heard.text))) return null;
  const { choice } = heard.understanding;
  const named = choice === null || others ? undefined : before.offered[choice - 1];
  if (named !== undefined) return named;
  if (before.chosen !== null && !others && sameWish(turn)) return before.chosen;
  if (limits(session.wish) && world.fitting.length > 0) return fitting(turn, session.wish);
  return takesAny(turn) && !saysWhen(heard) ? (before.offered[0] ?? best) : null;
}

/** Before a time was asked for, the only one that fits is offered first, and read back when it suits. */
const ASKED_WHEN: ReadonlySet<Context> = new Set(["time", "slot_choice", "confirm"]);

/** The one time among those that fit: the wish names it, an offer was meant, only one fits, or all are the same to them. */
function fitting(turn: Turn, wish: WantedTime): OfferedSlot | null {
  const { before, heard, world } = turn;
  const [best = null] = world.fitting;
  if (isPrecise(wish)) return best;
  const meant = saysWhen(heard) ? before.offered.filter((slot) => fits(slot, heard.understanding.time)) : [];
  if (meant.length === 1) return meant[0] ?? null;
  if (takesAny(turn) || insists(turn)) return before.offered.find((slot) => fits(slot, wish)) ?? best;
  return world.fitting.length === 1 && ASKED_WHEN.has(before.asked) ? best : null;
}

function sameWish({ before, session }: Turn): boolean {
  return JSON.stringify([before.wish, before.later_than]) === JSON.stringify([session.wish, session.later_than]);
}

/** Yes to a list, or "any of them": the first; the read-back leaves room for a no. */
function takesAny({ before, heard }: Turn): boolean {
  const wasOffered = before.asked === "slot_choice" && before.offered.length > 0;
  return leavesItToUs(heard.text) || (wasOffered && says(heard, "confirm") && !says(heard, "deny"));
}

/** The same wish again in answer to times that fit it: they are all the same to the customer. */
function insists(turn: Turn): boolean {
  const { before, heard } = turn;
  return before.asked === "slot_choice" && before.offered.length > 0 && saysWhen(heard) && sameWish(turn);
}

function wantsOthers({ before, heard }: Turn): boolean {
  return before.offered.length > 0 && (wantsLater(heard.text) || wantsSooner(heard.text));
}

function poolOf({ wish }: Session, { fitting, nearest, soonest }: World): readonly OfferedSlot[] {
  if (!limits(wish)) return soonest;
  return fitting.length > 0 ? fitting : nearest;
}

/** Why the times offered are not those that were asked for. */
function whyOthers({ before, session, heard, world }: Turn): Phrase[] {
  const { unavailable } = world;
  const isNews = saysWhen(heard) || before.offered.length === 0;
  if (!limits(session.wish) || world.fitting.length > 0 || unavailable === null || !isNews) return [];
  switch (unavailable.why) {
    case "closed_day":
      return [phrase("closed_that_day", { day: dateInWords(unavailable.date, world, session.language) })];
    case "holiday": {
      const day = dateInWords(unavailable.date, world, session.language);
      return [phrase("closed_for_holiday", { day, holiday: unavailable.holiday })];
    }
    case "outside_hours":
      return [phrase("outside_hours", { hours: world.hoursInWords })];
    case "past":
      return [phrase("day_has_passed", {})];
    case "too_far":
      return [phrase("too_far_ahead", { days: String(world.bookingAdvanceDays) })];
    case "taken":
      return [phrase("time_is_taken", {})];
  }
}

function offer({ offered, language }: Session, world: World): Phrase {
  const [first = "", second, third] = offered.map((slot) => inWords(slot, world, language));
  if (second === undefined) return phrase("offer_one", { first });
  if (third === undefined) return phrase("offer_two", { first, second });
  return phrase("offer_three", { first, second, third });
}

function nobodyFree(session: Session, world: World): Decision {
  const words = [phrase("no_free_time", {}), phrase("handed_over", { business: world.business.name })];
  return telling(session, words, [{ do: "hand_over", reason: "no_free_time", urgent: session.level !== "routine" }]);
}
