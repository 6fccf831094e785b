import type { Context, Language, WantedTime } from "../contract.ts";
import type { DayMeaning } from "../lexicon/time.ts";
import { find, has, hide, type Message, plainOf, type Span } from "../text/message.ts";
import { type Day, findDays } from "./days.ts";
import { type Grammar, grammars } from "./grammar.ts";
import { findHours, type Hours, halfOf } from "./hours.ts";

export type { Day } from "./days.ts";

/** Now, where the business is; null when the caller did not say. */
export type Now = Temporal.ZonedDateTime | null;

/** When the customer wants it, and every day that the message names. */
export type TimeFound = { wanted: WantedTime; days: readonly Day[] };

export const noTime: WantedTime = { kind: "none", date: null, from: null, to: null, not_before: null, excluded: [] };

/** Contexts in which a lone number may be an hour. */
const askedTime: ReadonlySet<Context> = new Set(["time", "slot_choice", "confirm"]);

/**
 * When the customer wants it. Days and hours are looked for in each language that the message speaks; `offered` are the days
 * of the times that were offered.
 */
export function detectTime(message: Message, now: Now, context: Context, offered: readonly string[] = []): TimeFound {
  return message.languages
    .map((language) => detectIn(message, language, now, context, offered))
    .reduce(together, { wanted: noTime, days: [] });
}

/** "El Tuesday por la mañana": the day in one language, the hour in the other. */
function together(one: TimeFound, other: TimeFound): TimeFound {
  if (one.wanted.kind === "none" && one.days.length === 0) return other;
  const lacksDay = one.days.length === 0 && other.days.length > 0;
  if (!lacksDay) return one;
  const { date, not_before, excluded } = other.wanted;
  return { wanted: { ...one.wanted, date, not_before, excluded }, days: other.days };
}

function detectIn(
  message: Message,
  language: Language,
  now: Now,
  context: Context,
  offered: readonly string[],
): TimeFound {
  const grammar = grammars[language];
  const past = context === "payment";
  const clear = past ? message : hide(message, find(message, grammar.unwanted));
  const found = findDays(clear, grammar, now?.toPlainDate() ?? null, skipping(context, offered));
  const { days } = found;
  const rest = hide(found.rest, hoursGivenUp(found.rest, days, grammar));
  const bare = askedTime.has(context) || days.length > 0;
  const reading = { bare, half: halfOf(clear, grammar) };
  const turn = find(rest, grammar.turned).at(-1)?.to ?? 0;
  const lastWord = turn > 0 ? findHours(hide(rest, [{ from: 0, to: turn }]), grammar, reading) : null;
  const hours = lastWord ?? findHours(rest, grammar, reading);
  const exist = days.filter(({ date }) => date !== null || now === null);
  const kept = past ? exist.map(promised) : exist.filter((day) => !day.past);
  return { wanted: wantedOf(message, grammar, chosen(kept, turn), kept, hours, now), days: kept };
}

/** "Friday at 9 can not be, Monday at 11 can": the hour of a day that is not wanted goes with it. */
function hoursGivenUp(message: Message, days: readonly Day[], grammar: Grammar): Span[] {
  const wanted = days.some(({ role }) => role === "wanted");
  return days.flatMap(({ role, span: { to } }) => {
    const hour = grammar.attached.exec(plainOf(message, { from: to, to: to + 8 }))?.[0];
    const length = hour?.trim().split(" ").length ?? 0;
    return hour !== undefined && wanted && role === "given_up" ? [{ from: to, to: to + length }] : [];
  });
}

/** "Give me until Monday" names the day of the money, not the first day that would do. */
function promised(day: Day): Day {
  return day.role === "not_before" && !day.after ? { ...day, role: "wanted" } : day;
}

/** Among offered slots, "the 2nd" is a choice and no day of the month, unless one is offered on the 2nd. */
function skipping(context: Context, offered: readonly string[]): (meaning: DayMeaning, day: number) => boolean {
  const isOffered = (day: number) => offered.some((date) => Temporal.PlainDate.from(date).day === day);
  return (meaning, day) => context === "slot_choice" && meaning === "dayOfMonth" && day <= 5 && !isOffered(day);
}

function wantedOf(
  message: Message,
  grammar: Grammar,
  day: Day | undefined,
  days: readonly Day[],
  hours: Hours | null,
  now: Now,
): WantedTime {
  const limits = limitsOf(days, day);
  if (hours?.kind === "relative") return { ...relative(hours, now), ...limits };
  const date = day && !day.week ? iso(day.date) : null;
  if (hours) return { ...noTime, ...hours, date, ...limits };
  if (day?.evening) return { ...noTime, kind: "window", date, from: "17:00", to: "20:00", ...limits };
  const asap = has(message, grammar.asap);
  if (asap && (!day || isToday(day, now))) return { ...noTime, kind: "asap", date, ...limits };
  if (day && !day.week) return { ...noTime, kind: "date", date, ...limits };
  return { ...noTime, kind: limits.not_before ? "window" : "none", ...limits };
}

/** The day wanted: the first after the token at which the message takes another turn, else the first of all. */
function chosen(days: readonly Day[], turn: number): Day | undefined {
  const wanted = days.filter(({ role }) => role === "wanted");
  const turned = wanted.find(({ span }) => span.from >= turn);
  return turned ?? wanted[0] ?? days.find(({ role }) => role === "given_up");
}

function limitsOf(days: readonly Day[], wanted: Day | undefined): Pick<WantedTime, "not_before" | "excluded"> {
  const earliest = days.find(({ role }) => role === "not_before") ?? (wanted?.week ? wanted : undefined);
  const excluded = days.filter(({ role }) => role === "excluded").flatMap((day) => iso(day.date) ?? []);
  return { not_before: earliest ? iso(earliest.date) : null, excluded };
}

function relative(hours: Extract<Hours, { kind: "relative" }>, now: Now): WantedTime {
  if (!now) return { ...noTime, kind: "relative" };
  const then = now.add({ seconds: Math.round(hours.minutes * 60) });
  const clock = then.toPlainTime().toString({ smallestUnit: "minute" });
  const date = then.toPlainDate().toString();
  return hours.until
    ? { ...noTime, kind: "relative", date, to: clock }
    : { ...noTime, kind: "relative", date, from: clock };
}

function isToday(day: Day, now: Now): boolean {
  return now !== null && day.date !== null && day.date.equals(now.toPlainDate());
}

function iso(date: Temporal.PlainDate | null): string | null {
  return date?.toString() ?? null;
}
