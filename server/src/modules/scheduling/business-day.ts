import type { Settings } from "#tenants";

/** The part of the settings that says when people work. */
export type OpeningRules = Pick<Settings, "business_hours" | "holidays">;

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** The opening of one local day, or null when it is closed or a holiday. Ends after midnight when hours do. */
export function openingOn(
  rules: OpeningRules,
  date: Temporal.PlainDate,
  timezone: string,
): { opens: Temporal.Instant; closes: Temporal.Instant } | null {
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  const hours = weekday === undefined ? null : rules.business_hours[weekday];
  if (!hours || rules.holidays.some((holiday) => holiday.date === date.toString())) return null;
  const opens = at(date, hours.open, timezone);
  const closes = at(hours.close > hours.open ? date : date.add({ days: 1 }), hours.close, timezone);
  return { opens, closes };
}

/** A local time that a clock change skips becomes the moment after the gap, as Temporal's "compatible" has it. */
function at(date: Temporal.PlainDate, time: string, timezone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: timezone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}
