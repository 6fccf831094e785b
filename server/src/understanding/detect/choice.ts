import type { Context, OfferedSlot, WantedTime } from "../contract.ts";
import { find, has, hide, type Message } from "../text/message.ts";
import type { Day } from "../time/index.ts";
import {
  any,
  asksAbout,
  earliest,
  hourNotPlace,
  last,
  latest,
  lone,
  none,
  numbers,
  ordered,
  pair,
  rejected,
  rejectedAfter,
} from "./option-words.ts";

/** What decides which option is meant. */
export type Offer = { offered: readonly OfferedSlot[]; context: Context; wanted: WantedTime; days: readonly Day[] };

/**
 * The 1-based option that the message takes, of those offered; null when it takes none, or leaves two in doubt.
 * An option is named by its place, else by its day and hour, else by being the earliest or the latest.
 */
export function detectChoice(message: Message, { offered, context, wanted, days }: Offer): number | null {
  if (context !== "slot_choice" && offered.length === 0) return null;
  const questions = find(message, asksAbout);
  if (questions.length > 0) return placeNamed(hide(message, questions), offered.length || 9);
  const named = placeNamed(message, offered.length || 9);
  // "The 1st in the afternoon" is a day, where one is offered on the 1st.
  const isDay = days.some(({ date, weekday }) => weekday === null && date?.day === named);
  const matching = offered.filter((slot) => matchesDay(slot, wanted, days) && matchesHour(slot, wanted));
  const isHour = has(message, hourNotPlace) && wanted.from !== null && matching.length === 1;
  if (named !== null && !isDay && !isHour) return named;
  if (has(message, none)) return null;
  if (has(message, last)) return offered.length || null;
  const told = (wanted.kind !== "none" && wanted.kind !== "asap") || wanted.not_before !== null;
  const excluded = days.some(({ role }) => role === "excluded");
  if ((told || excluded) && matching.length === 1) return matching[0]?.n ?? null;
  const left = told || excluded ? matching : offered;
  if (left.length > 0 && has(message, earliest)) return inOrder(left)[0]?.n ?? null;
  if (left.length > 0 && has(message, latest)) return inOrder(left).at(-1)?.n ?? null;
  if (left.length > 0 && has(message, any)) return left[0]?.n ?? null;
  return offered.length === 0 && has(message, earliest) ? 1 : null;
}

function placeNamed(message: Message, count: number): number | null {
  const alone = lone.exec(message.plain)?.groups?.n;
  const number = alone === undefined ? null : (numbers[alone] ?? Number(alone));
  if (number !== null && number >= 1 && number <= count) return number;
  const first = Number(pair.exec(message.plain)?.groups?.n ?? 0);
  if (first >= 1 && first <= count && has(message, any)) return first;
  for (const [i, pattern] of ordered.entries()) {
    const taken = [...message.plain.matchAll(pattern)].some(
      (match) =>
        !rejected.test(message.plain.slice(0, match.index)) &&
        !rejectedAfter.test(message.plain.slice(match.index + match[0].length)),
    );
    if (taken && i < count) return i + 1;
  }
  return null;
}

function matchesDay(slot: OfferedSlot, { date, not_before }: WantedTime, days: readonly Day[]): boolean {
  if (not_before !== null && slot.date !== undefined && slot.date < not_before) return false;
  const weekday = weekdayOf(slot);
  // A bare weekday is the next one after today, also where today is offered.
  const is = (day: Day) =>
    day.date === null || slot.date === undefined
      ? day.weekday !== null && day.weekday === weekday
      : day.date.toString() === slot.date;
  if (days.some((day) => day.role === "excluded" && is(day))) return false;
  const wanted = days.filter(({ role, week }) => role === "wanted" && !week);
  return wanted.length === 0 ? date === null || date === slot.date : wanted.some(is);
}

function weekdayOf({ date, weekday }: OfferedSlot): number | null {
  if (date) return Temporal.PlainDate.from(date).dayOfWeek;
  const initials = ["mo|lu", "tu|ma", "we|mi", "th|ju", "fr|vi", "sa|sá", "su|do"];
  const found = initials.findIndex((initial) => new RegExp(`^(?:${initial})`, "i").test(weekday ?? ""));
  return found < 0 ? null : found + 1;
}

function matchesHour(slot: OfferedSlot, { kind, from, to }: WantedTime): boolean {
  if (!slot.from || (from === null && to === null)) return true;
  if (kind === "exact" && from)
    return from === slot.from || (slot.to !== undefined && from > slot.from && from < slot.to);
  return (from === null || slot.from >= from) && (to === null || slot.from < to);
}

function inOrder(slots: readonly OfferedSlot[]): OfferedSlot[] {
  return slots.toSorted((a, b) => `${a.date ?? ""}${a.from ?? ""}`.localeCompare(`${b.date ?? ""}${b.from ?? ""}`));
}
