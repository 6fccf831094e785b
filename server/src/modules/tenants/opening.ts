import { type Settings, WEEKDAYS } from "./schema.ts";

export type Opening = { kind: "open" } | { kind: "after_hours" } | { kind: "holiday"; name: string };

type Rules = Pick<Settings, "business_hours" | "holidays">;
type Hours = { open: string; close: string };

/**
 * Whether a business is open at a moment, by its own clock on the wall: when clocks change, what counts is the time they
 * show. Hours that end after midnight belong to the day on which they began, holidays included.
 */
export function openingAt(rules: Rules, timezone: string, moment: Temporal.Instant): Opening {
  const local = moment.toZonedDateTimeISO(timezone);
  const today = local.toPlainDate();
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  const yesterday = hoursOn(rules, today.subtract({ days: 1 }));
  if (yesterday !== null && lastsPastMidnight(yesterday) && time < yesterday.close) return { kind: "open" };
  const holiday = holidayOn(rules, today);
  if (holiday !== undefined) return { kind: "holiday", name: holiday.name };
  const hours = hoursOn(rules, today);
  const open = hours !== null && time >= hours.open && (lastsPastMidnight(hours) || time < hours.close);
  return { kind: open ? "open" : "after_hours" };
}

function hoursOn(rules: Rules, day: Temporal.PlainDate): Hours | null {
  const weekday = WEEKDAYS[day.dayOfWeek - 1];
  return weekday === undefined || holidayOn(rules, day) !== undefined ? null : rules.business_hours[weekday];
}

function holidayOn({ holidays }: Rules, day: Temporal.PlainDate) {
  return holidays.find(({ date }) => date === day.toString());
}

/** A closing time that is not after the opening time is on the next day; the same time is around the clock. */
const lastsPastMidnight = ({ open, close }: Hours) => close <= open;
