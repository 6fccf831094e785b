import { noTime, type WantedTime } from "#understanding";
import type { OfferedSlot, Session } from "./session.ts";

const AS_SOON_AS_POSSIBLE: WantedTime = { ...noTime, kind: "asap" };

/** A stretch of hours that is hardly longer than an arrival window leaves no choice to offer. */
const NARROW_MINUTES = 150;

/** Whether words about time limit the search at all. */
export function limits(wish: WantedTime | null): wish is WantedTime {
  return wish !== null && (wish.kind !== "none" || wish.not_before !== null || wish.excluded.length > 0);
}

/** Whether the wish names one time, so that it is read back instead of offered among others. */
export function isPrecise({ kind, from, to }: WantedTime): boolean {
  if (kind === "asap" || kind === "relative") return true;
  if (kind === "exact") return from !== null;
  return from !== null && to !== null && minutesOf(to) - minutesOf(from) <= NARROW_MINUTES;
}

/** `visitDay` is the day of the visit that is talked about, when it is no new one. */
type Known = Pick<Session, "wish" | "chosen" | "offered"> & { visitDay: string | null };

/**
 * The wish after more words about it. An hour alone is meant for the day that is being talked about; a day alone keeps
 * hours that were said before without a day ("after 4" - "Thursday then"); days ruled out stay ruled out.
 */
export function mergeWish(known: Known, told: WantedTime): WantedTime {
  if (told.kind === "asap") return told;
  const before = known.wish ?? noTime;
  const excluded = [...new Set([...before.excluded, ...told.excluded])].filter((day) => day !== told.date);
  if (told.date !== null) {
    const keeps = told.kind === "date" && before.date === null && areOffered(before, known);
    return { ...told, ...(keeps ? hoursOf(before) : {}), excluded };
  }
  if (told.from !== null || told.to !== null) {
    const date = told.not_before === null ? dayTalkedAbout(known) : null;
    return {
      ...told,
      date: isExcluded(date, excluded) ? null : date,
      not_before: told.not_before ?? before.not_before,
      excluded,
    };
  }
  const date = told.not_before === null && !isExcluded(before.date, excluded) ? before.date : null;
  const kept = before.kind === "asap" ? noTime : before;
  return {
    ...kept,
    date,
    kind: told.kind === "none" ? kindOf(kept, date) : told.kind,
    not_before: told.not_before ?? before.not_before,
    excluded,
  };
}

/** "Anything sooner?" gives up every other wish. */
export function soonerWish(): WantedTime {
  return AS_SOON_AS_POSSIBLE;
}

/** Whether a free time is one that the wish describes. An exact hour fits the arrival window that has it. */
export function fits(slot: Pick<OfferedSlot, "date" | "from" | "to">, wish: WantedTime): boolean {
  const { kind, date, from, to, not_before, excluded } = wish;
  if (date !== null && slot.date !== date) return false;
  if ((not_before !== null && slot.date < not_before) || excluded.includes(slot.date)) return false;
  const until = slot.to > slot.from ? slot.to : "24:00";
  if (kind === "exact" && from !== null) return slot.from === from || (slot.from < from && from < until);
  if (kind === "relative" && from !== null) return from < until;
  return (from === null || slot.from >= from) && (to === null || slot.from < to);
}

/** The day of the time that is read back, of the wish, of the offers when they are all of one day, or of the visit. */
function dayTalkedAbout({ wish, chosen, offered, visitDay }: Known): string | null {
  const [day, ...others] = new Set(offered.map((slot) => slot.date));
  return chosen?.date ?? wish?.date ?? (others.length === 0 ? (day ?? visitDay) : null);
}

/** Whether the hours of a wish can be had at all, as far as the offers show. */
function areOffered({ kind, from, to }: WantedTime, { offered }: Known): boolean {
  return offered.length === 0 || offered.some((slot) => fits(slot, { ...noTime, kind, from, to }));
}

function hoursOf({ kind, from, to }: WantedTime): Partial<WantedTime> {
  return from === null && to === null ? {} : { kind, from, to };
}

function kindOf({ kind, from, to }: WantedTime, date: string | null): WantedTime["kind"] {
  if (date === null && from === null && to === null) return "none";
  return kind;
}

const isExcluded = (date: string | null, excluded: readonly string[]) => date !== null && excluded.includes(date);

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
