import type { Settings } from "#tenants";
import type { WantedTime } from "#understanding";

/** Why a wished time cannot be had. `date` is a local day. */
export type Unavailable =
  | { why: "past" | "too_far" | "taken" | "outside_hours" }
  | { why: "closed_day"; date: string }
  | { why: "holiday"; date: string; holiday: string };

export type OpeningDays = Pick<Settings, "business_hours" | "holidays" | "booking_advance_days">;

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** Why no free time fits a wish: what the calendar of opening says first, else that others were faster. */
export function whyNot(wish: WantedTime, rules: OpeningDays, now: Temporal.ZonedDateTime): Unavailable {
  if (wish.date === null) return outsideHours(wish, rules, WEEKDAYS) ? { why: "outside_hours" } : { why: "taken" };
  const day = Temporal.PlainDate.from(wish.date);
  const today = now.toPlainDate();
  if (Temporal.PlainDate.compare(day, today) < 0) return { why: "past" };
  if (today.until(day).days > rules.booking_advance_days) return { why: "too_far" };
  const holiday = rules.holidays.find(({ date }) => date === wish.date);
  if (holiday !== undefined) return { why: "holiday", date: wish.date, holiday: holiday.name };
  const weekday = WEEKDAYS[day.dayOfWeek - 1] ?? "sunday";
  if (rules.business_hours[weekday] === null) return { why: "closed_day", date: wish.date };
  return outsideHours(wish, rules, [weekday]) ? { why: "outside_hours" } : { why: "taken" };
}

/** Whether none of the days is open at the hours wished. Hours past midnight count as until the end of the day. */
function outsideHours(
  { kind, from, to }: WantedTime,
  { business_hours }: OpeningDays,
  days: readonly (typeof WEEKDAYS)[number][],
): boolean {
  const begins = from ?? "00:00";
  const ends = kind === "exact" ? begins : (to ?? "24:00");
  return days.every((day) => {
    const hours = business_hours[day];
    if (hours === null) return true;
    const close = hours.close > hours.open ? hours.close : "24:00";
    return ends < hours.open || (ends === hours.open && kind !== "exact") || begins >= close;
  });
}
