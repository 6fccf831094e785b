import type { Settings, Weekday } from "../../../../api/types.ts";

type Hours = Pick<Settings, "business_hours" | "holidays">;

export type Opening = { kind: "open"; until: string } | { kind: "after_hours" } | { kind: "holiday"; name: string };

const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const satisfies Weekday[];

/**
 * Whether the business is open at a moment of its wall clock. Hours that end after midnight belong to the day on which they
 * began, holidays included, as for the server.
 */
export function openingAt(hours: Hours, moment: Temporal.PlainDateTime): Opening {
  const date = moment.toPlainDate();
  const time = moment.toPlainTime().toString({ smallestUnit: "minute" });
  const yesterday = hoursOn(hours, date.subtract({ days: 1 }));
  if (yesterday && endsNextDay(yesterday) && time < yesterday.close) return { kind: "open", until: yesterday.close };
  const holiday = holidayOn(hours, date);
  if (holiday) return { kind: "holiday", name: holiday.name };
  const today = hoursOn(hours, date);
  const isOpen = today && time >= today.open && (endsNextDay(today) || time < today.close);
  return isOpen ? { kind: "open", until: today.close } : { kind: "after_hours" };
}

/** A closing time that is not after the opening time is on the next day; the same time is around the clock. */
export function endsNextDay({ open, close }: { open: string; close: string }): boolean {
  return close <= open;
}

function hoursOn(hours: Hours, date: Temporal.PlainDate) {
  const weekday = weekdays[date.dayOfWeek - 1];
  return weekday === undefined || holidayOn(hours, date) ? null : hours.business_hours[weekday];
}

function holidayOn({ holidays }: Hours, date: Temporal.PlainDate) {
  return holidays.find((one) => one.date === date.toString());
}
