import type { Understanding } from "#understanding";
import { type Phrase, phrase } from "../wording/phrases.ts";
import { asking, type Decision, telling } from "./decision.ts";
import { inWords } from "./in-words.ts";
import { readBack } from "./read-back.ts";
import type { OfferedSlot, Session } from "./session.ts";
import type { World } from "./world.ts";

/** How many times a text offers at once. */
const OFFERS = 3;

/** Takes the slot that the words name: a choice of the list, a time that fits exactly one, or yes to the only one. */
export function chooseSlot(session: Session, heard: Understanding, world: World): Session {
  const offered = session.offered;
  const named = heard.choice === null ? undefined : offered[heard.choice - 1];
  if (named !== undefined) return { ...session, chosen: named };
  if (offered.length === 1 && heard.intents.includes("confirm")) return { ...session, chosen: offered[0] ?? null };
  if (heard.time.kind === "none") return session;
  // A time was named: it stands for one slot when it says an hour, or when only one slot fits.
  const exact = heard.time.from !== null || heard.time.kind === "asap";
  const best = world.fitting[0];
  if (best !== undefined && (exact || world.fitting.length === 1)) return { ...session, chosen: best };
  return { ...session, chosen: null };
}

/** Reads the chosen slot back, or offers the times that fit, or the soonest when none does. */
export function offerTimes(session: Session, before: Session, heard: Understanding, world: World): Decision {
  if (session.chosen !== null) return readBack(session, world);
  const wanted = session.time !== null && session.time.kind !== "none";
  if (wanted && world.fitting[0] !== undefined && (session.time?.from != null || session.time?.kind === "asap")) {
    return readBack({ ...session, chosen: world.fitting[0] }, world);
  }
  const pool = wanted && world.fitting.length > 0 ? world.fitting : world.soonest;
  const offered = spread(pool, world.timezone);
  if (offered.length === 0) return nobodyFree(session, world);
  const prefix: Phrase[] =
    wanted && world.fitting.length === 0 && heard.time.kind !== "none" ? [phrase("no_such_time", {})] : [];
  const again = before.asked === "slot_choice" && sameTimes(before.offered, offered) && prefix.length === 0;
  return asking({ ...session, offered }, "slot_choice", [
    ...prefix,
    again ? phrase("ask_choice_again", {}) : offer(offered, session, world),
  ]);
}

/** Times far enough apart to be a choice: no two with overlapping arrival windows, and not all on one half-day. */
export function spread(slots: readonly OfferedSlot[], timezone: string): OfferedSlot[] {
  const chosen: OfferedSlot[] = [];
  for (const slot of slots) {
    const overlaps = chosen.some(
      (other) => slot.window_start < other.window_end && other.window_start < slot.window_end,
    );
    const sameHalfDay = chosen.filter((other) => halfDay(other, timezone) === halfDay(slot, timezone)).length;
    if (!overlaps && sameHalfDay < 1) chosen.push(slot);
    if (chosen.length === OFFERS) break;
  }
  return chosen;
}

function halfDay(slot: OfferedSlot, timezone: string): string {
  const local = Temporal.Instant.from(slot.start).toZonedDateTimeISO(timezone);
  return `${local.toPlainDate().toString()} ${local.hour < 12 ? "am" : "pm"}`;
}

function offer(offered: readonly OfferedSlot[], session: Session, world: World): Phrase {
  const [first = "", second, third] = offered.map((slot) => inWords(slot, world, session.language));
  if (second === undefined) return phrase("offer_one", { first });
  if (third === undefined) return phrase("offer_two", { first, second });
  return phrase("offer_three", { first, second, third });
}

function nobodyFree(session: Session, world: World): Decision {
  const words = [phrase("no_free_time", {}), phrase("handed_over", { business: world.business.name })];
  return telling(session, words, [{ do: "hand_over", reason: "no_free_time", urgent: session.level !== "routine" }]);
}

function sameTimes(one: readonly OfferedSlot[], other: readonly OfferedSlot[]): boolean {
  return one.map((slot) => slot.start).join() === other.map((slot) => slot.start).join();
}
