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

/** Whether the business is open at a moment of its wall clock. Closing before opening is after midnight. */
export function openingAt({ business_hours, holidays }: Hours, moment: Temporal.PlainDateTime): Opening {
  const date = moment.toPlainDate();
  const holiday = holidays.find((one) => one.date === date.toString());
  if (holiday) return { kind: "holiday", name: holiday.name };
  const time = moment.toPlainTime().toString({ smallestUnit: "minute" });
  const [today, yesterday] = [hoursOf(business_hours, date), hoursOf(business_hours, date.subtract({ days: 1 }))];
  if (yesterday && yesterday.close < yesterday.open && time < yesterday.close)
    return { kind: "open", until: yesterday.close };
  if (!today || time < today.open) return { kind: "after_hours" };
  const isOpen = today.close < today.open || time < today.close;
  return isOpen ? { kind: "open", until: today.close } : { kind: "after_hours" };
}

function hoursOf(hours: Hours["business_hours"], date: Temporal.PlainDate) {
  const weekday = weekdays[date.dayOfWeek - 1];
  return weekday === undefined ? null : hours[weekday];
}
