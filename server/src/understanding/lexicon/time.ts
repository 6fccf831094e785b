/** A stretch of the day as hours, written "HH:MM"; either end may be open. */
export type Part = { from: string | null; to: string | null };

/**
 * How one language speaks of days and hours. Patterns are regular expressions over a message's plain form in which
 * {weekday} {month} {n} {ordinal} {clock} stand for the words of the tables; the key says what a match means.
 */
export type TimeWords = {
  weekdays: Record<string, number>;
  months: Record<string, number>;
  numbers: Record<string, number>;
  ordinals: Record<string, number>;
  /** One hour of the clock, `am` and `pm` included where the language says them. */
  clock: string;
  /** What sounds like a time and is none that anybody wants: spans past, ages, repetitions. */
  unwanted: readonly string[];
  days: readonly (readonly [DayMeaning, string])[];
  hours: readonly (readonly [HourMeaning, string])[];
  parts: readonly (readonly [Part, string])[];
  asap: readonly string[];
  /** Around a day: what rules it out, what makes it the earliest, what takes back the day before it. */
  excludedBefore: string;
  excludedAfter: string;
  notBefore: string;
  afterDay: string;
  movedFrom: string;
  corrected: string;
  /** Parts of the day that settle whether a bare hour is a.m. or p.m. */
  mornings: string;
  evenings: string;
};

export type DayMeaning =
  | "iso"
  | "numeric"
  | "monthDay"
  | "dayOfMonth"
  | "dayOfNextMonth"
  | "weekday"
  | "thisWeekday"
  | "nextWeekday"
  | "weekAfterWeekday"
  | "weekAfterTomorrow"
  | "nWeekdays"
  | "nthWeekday"
  | "lastWeekday"
  | "today"
  | "tonight"
  | "thisPart"
  | "tomorrow"
  | "overmorrow"
  | "yesterday"
  | "inDays"
  | "inWeeks"
  | "inMonths"
  | "weekend"
  | "nextWeekend"
  | "nextWeek"
  | "nextMonth"
  | "endOfWeek"
  | "endOfNextWeek"
  | "endOfMonth"
  | "holiday";

export type HourMeaning =
  | "inMinutes"
  | "inHours"
  | "inHourAndHalf"
  | "withinMinutes"
  | "withinHours"
  | "range"
  | "after"
  | "before"
  | "exact"
  | "bare";
