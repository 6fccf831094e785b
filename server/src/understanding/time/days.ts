import { holidays } from "../lexicon/holidays.ts";
import type { DayMeaning, TimeWords } from "../lexicon/time.ts";
import { hide, type Message, plainOf, type Span, tokenAt } from "../text/message.ts";
import {
  comingWeekday,
  dayOfMonth,
  endOfMonth,
  monthDay,
  nthWeekday,
  pastWeekday,
  weekdayFromToday,
  weekdayOfNextWeek,
} from "./calendar.ts";
import type { Grammar } from "./grammar.ts";

/** A day that the message names. `date` is null when today is not known. `week` marks a whole week, from `date` on. */
export type Day = {
  span: Span;
  date: Temporal.PlainDate | null;
  /** Of a bare "Tuesday", which may be any; null when the words settle which. */
  weekday: number | null;
  role: "wanted" | "excluded" | "not_before" | "given_up";
  week: boolean;
  evening: boolean;
  past: boolean;
  /** Said as "after the 15th". */
  after: boolean;
};

type Groups = Record<string, string | undefined>;
type Resolver = (groups: Groups, today: Temporal.PlainDate, words: TimeWords) => Temporal.PlainDate | null;

const resolvers: Record<DayMeaning, Resolver> = {
  iso: (g, today) => monthDay(today, Number(g.monthNumber), Number(g.day), Number(g.year)),
  numeric: (g, today) => numeric(today, Number(g.monthNumber), Number(g.day), g.year),
  monthDay: (g, today, words) =>
    monthDay(today, words.months[g.month ?? ""] ?? 0, dayNumber(g, words), g.year ? Number(g.year) : undefined),
  dayOfMonth: (g, today, words) => dayOfMonth(today, dayNumber(g, words)),
  weekday: (g, today, words) => comingWeekday(today, weekdayOf(g, words)),
  thisWeekday: (g, today, words) => weekdayFromToday(today, weekdayOf(g, words)),
  nextWeekday: (g, today, words) => weekdayOfNextWeek(today, weekdayOf(g, words)),
  weekAfterWeekday: (g, today, words) => comingWeekday(today, weekdayOf(g, words)).add({ weeks: 1 }),
  weekAfterTomorrow: (_, today) => today.add({ days: 8 }),
  nWeekdays: (g, today, words) => comingWeekday(today, weekdayOf(g, words)).add({ weeks: count(g, words) - 1 }),
  nthWeekday: (g, today, words) => nthOfMonth(g, today, words),
  dayOfNextMonth: (g, today, words) => {
    const next = today.with({ day: 1 }).add({ months: 1 });
    return monthDay(next, next.month, dayNumber(g, words), next.year);
  },
  lastWeekday: (g, today, words) => pastWeekday(today, weekdayOf(g, words)),
  today: (_, today) => today,
  tonight: (_, today) => today,
  thisPart: (_, today) => today,
  tomorrow: (_, today) => today.add({ days: 1 }),
  overmorrow: (_, today) => today.add({ days: 2 }),
  yesterday: (_, today) => today.subtract({ days: 1 }),
  inDays: (g, today, words) => today.add({ days: count(g, words) }),
  inWeeks: (g, today, words) => today.add({ weeks: count(g, words) }),
  inMonths: (g, today, words) => today.add({ months: count(g, words) }),
  weekend: (_, today) => weekdayFromToday(today, 6),
  nextWeekend: (_, today) => weekdayOfNextWeek(today, 6),
  nextWeek: (_, today) => weekdayOfNextWeek(today, 1),
  nextMonth: (_, today) => today.with({ day: 1 }).add({ months: 1 }),
  endOfWeek: (_, today) => weekdayFromToday(today, 5),
  endOfNextWeek: (_, today) => weekdayOfNextWeek(today, 5),
  endOfMonth: (_, today) => endOfMonth(today),
  holiday: (g, today) => holiday(today, g.holiday ?? ""),
};

const bare: ReadonlySet<DayMeaning> = new Set(["weekday", "thisWeekday"]);
const past: ReadonlySet<DayMeaning> = new Set(["yesterday", "lastWeekday"]);
const stretches: ReadonlySet<DayMeaning> = new Set(["nextWeek", "nextMonth"]);

/** Every day the message names, in order, and the message with them covered. `skip` are meanings not to look for. */
export function findDays(
  message: Message,
  grammar: Grammar,
  today: Temporal.PlainDate | null,
  skip: (meaning: DayMeaning, day: number) => boolean,
): { days: Day[]; rest: Message } {
  const days: Omit<Day, "role">[] = [];
  let rest = message;
  for (const [meaning, pattern] of grammar.days) {
    const matches = [...rest.plain.matchAll(pattern)].filter(
      ({ groups }) => !skip(meaning, groups?.day ? dayNumber(groups, grammar.words) : 0),
    );
    for (const match of matches) days.push(dayOf(rest, match, meaning, grammar.words, today));
    rest = hide(
      rest,
      matches.map((match) => spanOf(rest, match)),
      "_",
    );
  }
  const ordered = days.toSorted((a, b) => a.span.from - b.span.from);
  return {
    days: inherited(
      ordered.map((day) => withRole(day, rest, message, grammar)),
      message,
    ),
    rest,
  };
}

function dayOf(message: Message, match: RegExpExecArray, meaning: DayMeaning, words: TimeWords, today: Day["date"]) {
  const groups = match.groups ?? {};
  return {
    span: spanOf(message, match),
    date: today && resolvers[meaning](groups, today, words),
    weekday: groups.weekday && bare.has(meaning) ? weekdayOf(groups, words) : null,
    week: stretches.has(meaning),
    evening: meaning === "tonight",
    past: past.has(meaning),
    after: false,
  };
}

function spanOf(message: Message, match: RegExpExecArray): Span {
  return { from: tokenAt(message, match.index), to: tokenAt(message, match.index + match[0].length) };
}

/** Whether the day is wanted, ruled out, the earliest possible, or the day of a visit that is to be moved. */
function withRole(day: Omit<Day, "role">, covered: Message, message: Message, grammar: Grammar): Day {
  const before = plainOf(covered, { from: Math.max(0, day.span.from - 8), to: day.span.from });
  const after = plainOf(message, { from: day.span.to, to: day.span.to + 6 });
  if (grammar.notBefore.test(before) && !/ (?:from|desde) $/.test(before)) return { ...day, role: "not_before" };
  if (grammar.afterDay.test(before))
    return { ...day, date: day.date?.add({ days: 1 }) ?? null, role: "not_before", after: true };
  if (grammar.excludedBefore.test(before) || grammar.excludedAfter.test(after)) return { ...day, role: "excluded" };
  return { ...day, role: grammar.movedFrom.test(before) ? "given_up" : "wanted" };
}

/** In "not Monday, Tuesday or Friday" the first word rules out all three; in "not Friday, Monday" it does not. */
function inherited(days: readonly Day[], message: Message): Day[] {
  const joints = days.map((day, i) => plainOf(message, { from: days[i - 1]?.span.to ?? 0, to: day.span.from }).trim());
  const joined = (i: number): boolean =>
    /^,? ?(?:or|nor|and|o|ni|y|\/)$/.test(joints[i] ?? "") ||
    (joints[i] === "," && i + 1 < days.length && joined(i + 1));
  let ruledOut = false;
  return days.map((day, i) => {
    ruledOut = day.role === "excluded" || (ruledOut && i > 0 && joined(i));
    return ruledOut ? { ...day, role: "excluded" } : day;
  });
}

function numeric(today: Temporal.PlainDate, month: number, day: number, year: string | undefined) {
  const full = year === undefined ? undefined : Number(year) < 100 ? 2000 + Number(year) : Number(year);
  return month > 12 ? monthDay(today, day, month, full) : monthDay(today, month, day, full);
}

function holiday(today: Temporal.PlainDate, name: string): Temporal.PlainDate | null {
  const rule = holidays[name];
  if (!rule) return null;
  if ("day" in rule) return monthDay(today, rule.month, rule.day);
  const here = nthWeekday(today.year, rule.month, rule.weekday, rule.n);
  return Temporal.PlainDate.compare(here, today) >= 0
    ? here
    : nthWeekday(today.year + 1, rule.month, rule.weekday, rule.n);
}

/** "The first Tuesday of October", "the last Friday of the month". */
function nthOfMonth(groups: Groups, today: Temporal.PlainDate, words: TimeWords): Temporal.PlainDate {
  const said = groups.month ?? "";
  const next = today.with({ day: 1 }).add({ months: 1 });
  const month = words.months[said] ?? (said === "next month" ? next.month : today.month);
  const n = groups.nth === "last" ? -1 : (words.ordinals[groups.nth ?? ""] ?? Number.parseInt(groups.nth ?? "1", 10));
  return nthWeekday(month < today.month ? today.year + 1 : today.year, month, weekdayOf(groups, words), n);
}

function weekdayOf(groups: Groups, words: TimeWords): number {
  return words.weekdays[groups.weekday ?? ""] ?? 1;
}

function dayNumber(groups: Groups, words: TimeWords): number {
  const day = groups.day ?? "";
  return words.ordinals[day] ?? Number.parseInt(day, 10);
}

function count(groups: Groups, words: TimeWords): number {
  const n = groups.n ?? "";
  return words.numbers[n] ?? Number.parseInt(n, 10);
}
