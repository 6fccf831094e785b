import { type Settings, WEEKDAYS } from "./schema.ts";

export type Opening = { kind: "open" } | { kind: "after_hours" } | { kind: "holiday"; name: string };

/** Whether a business is open at a moment, by its own clock on the wall. Hours past midnight belong to the day before. */
export function openingAt(
  rules: Pick<Settings, "business_hours" | "holidays">,
  timezone: string,
  moment: Temporal.Instant,
): Opening {
  const local = moment.toZonedDateTimeISO(timezone);
  const today = local.toPlainDate();
  const holiday = rules.holidays.find(({ date }) => date === today.toString());
  if (holiday !== undefined) return { kind: "holiday", name: holiday.name };
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  const open = within(rules, today, time) || withinNightOf(rules, today.subtract({ days: 1 }), time);
  return { kind: open ? "open" : "after_hours" };
}

function hoursOn({ business_hours }: Pick<Settings, "business_hours">, day: Temporal.PlainDate) {
  const weekday = WEEKDAYS[day.dayOfWeek - 1];
  return weekday === undefined ? null : business_hours[weekday];
}

function within(rules: Pick<Settings, "business_hours">, day: Temporal.PlainDate, time: string): boolean {
  const hours = hoursOn(rules, day);
  if (hours === null) return false;
  return time >= hours.open && (hours.close < hours.open || time < hours.close);
}

function withinNightOf(
  rules: Pick<Settings, "business_hours" | "holidays">,
  day: Temporal.PlainDate,
  time: string,
): boolean {
  const hours = hoursOn(rules, day);
  if (hours === null || rules.holidays.some(({ date }) => date === day.toString())) return false;
  return hours.close < hours.open && time < hours.close;
}
