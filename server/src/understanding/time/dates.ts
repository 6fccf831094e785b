import { holidays } from "../lexicon/holidays.ts";
import type { DayMeaning, TimeWords } from "../lexicon/time.ts";
import {
  comingWeekday,
  dayOfMonth,
  easter,
  endOfMonth,
  monthDay,
  nthWeekday,
  pastWeekday,
  weekdayFromToday,
  weekdayOfNextWeek,
} from "./calendar.ts";

type Groups = Record<string, string | undefined>;
type Resolver = (groups: Groups, today: Temporal.PlainDate, words: TimeWords) => Temporal.PlainDate | null;

/** The date of each way to name a day, seen from today; null when there is no such date. */
export const dateOf: Record<DayMeaning, Resolver> = {
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
  inAWeek: (_, today) => today.add({ weeks: 1 }),
  inAFortnight: (_, today) => today.add({ weeks: 2 }),
  inMonths: (g, today, words) => today.add({ months: count(g, words) }),
  weekend: (_, today) => weekdayFromToday(today, 6),
  nextWeekend: (_, today) => weekdayOfNextWeek(today, 6),
  nextWeek: (_, today) => weekdayOfNextWeek(today, 1),
  weekAfterNext: (_, today) => weekdayOfNextWeek(today, 1).add({ weeks: 1 }),
  nextMonth: (_, today) => today.with({ day: 1 }).add({ months: 1 }),
  endOfWeek: (_, today) => weekdayFromToday(today, 5),
  endOfNextWeek: (_, today) => weekdayOfNextWeek(today, 5),
  endOfMonth: (_, today) => endOfMonth(today),
  holiday: (g, today) => holiday(today, g.holiday ?? ""),
};

function holiday(today: Temporal.PlainDate, name: string): Temporal.PlainDate | null {
  const rule = holidays[name];
  if (!rule) return null;
  const inYear = (year: number) => {
    if ("fromEaster" in rule) return easter(year).add({ days: rule.fromEaster });
    if ("day" in rule) return Temporal.PlainDate.from({ year, ...rule });
    return nthWeekday(year, rule.month, rule.weekday, rule.n);
  };
  const here = inYear(today.year);
  return Temporal.PlainDate.compare(here, today) >= 0 ? here : inYear(today.year + 1);
}

/** "The first Tuesday of October", "the last Friday of the month": a month that is not named may end before it comes. */
function nthOfMonth(groups: Groups, today: Temporal.PlainDate, words: TimeWords): Temporal.PlainDate {
  const said = groups.month ?? "";
  const thisMonth = today.with({ day: 1 });
  const named = words.months[said];
  const month = named === undefined ? thisMonth : thisMonth.with({ month: named });
  const dayIn = ({ year, month: which }: Temporal.PlainDate) =>
    nthWeekday(year, which, weekdayOf(groups, words), words.nths[groups.nth ?? ""] ?? 1);
  if (/next|proximo|viene/.test(said)) return dayIn(thisMonth.add({ months: 1 }));
  const here = dayIn(month);
  if (Temporal.PlainDate.compare(here, today) >= 0) return here;
  return dayIn(month.add(named === undefined ? { months: 1 } : { years: 1 }));
}

/** The weekday named, 1 Monday to 7 Sunday. */
export function weekdayOf(groups: Groups, words: TimeWords): number {
  return words.weekdays[groups.weekday ?? ""] ?? 1;
}

/** The day of a month named. */
export function dayNumber(groups: Groups, words: TimeWords): number {
  const day = groups.day ?? "";
  return words.ordinals[day] ?? Number.parseInt(day, 10);
}

function count(groups: Groups, words: TimeWords): number {
  const n = groups.n ?? "";
  return words.numbers[n] ?? Number.parseInt(n, 10);
}

function numeric(today: Temporal.PlainDate, month: number, day: number, year: string | undefined) {
  const full = year === undefined ? undefined : Number(year) < 100 ? 2000 + Number(year) : Number(year);
  return month > 12 ? monthDay(today, day, month, full) : monthDay(today, month, day, full);
}
