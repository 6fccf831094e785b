/** A stretch of the day as hours, written "HH:MM"; either end may be open. */
export type Part = { from: string | null; to: string | null };

/** How far a day is from the one it is counted from, in days; or the next such weekday. */
export type Step = number | "weekday";

/**
 * How one language speaks of days and hours. Patterns are regular expressions over a message's plain form in which
 * {weekday} {month} {n} {ordinal} {nth} {holiday} {clock} stand for the words of the tables; the key says what a match means.
 */
export type TimeWords = {
  weekdays: Record<string, number>;
  months: Record<string, number>;
  numbers: Record<string, number>;
  ordinals: Record<string, number>;
  /** Which of its kind in a month; -1 is the last. */
  nths: Record<string, number>;
  /** One hour of the clock, `am` and `pm` included where the language says them. */
  clock: string;
  /** What sounds like a time and is none that anybody wants: spans past, ages, repetitions. */
  unwanted: readonly string[];
  days: readonly (readonly [DayMeaning, string])[];
  hours: readonly (readonly [HourMeaning, string])[];
  parts: readonly (readonly [Part, string])[];
  asap: readonly string[];
  /** Days counted from another, which is an underscore in the pattern when it is named there. */
  counted: readonly (readonly [Step, string])[];
  /** "Before that", "after that": hours counted from the hour named before. */
  beforeThat: string;
  afterThat: string;
  /** Around a day or an hour: what rules it out, what makes it the earliest, what gives it up. */
  excludedBefore: string;
  excludedAfter: string;
  notBefore: string;
  onward: string;
  afterDay: string;
  insteadOf: string;
  movedFrom: string;
  /** An hour said right after a day, which goes with it. */
  attached: string;
  /** What takes back the days and hours before it, or draws the conclusion from them. */
  turned: string;
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
  | "inAWeek"
  | "inAFortnight"
  | "inMonths"
  | "weekend"
  | "nextWeekend"
  | "nextWeek"
  | "weekAfterNext"
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
