import type { Appointment, Settings, Weekday } from "../../../api/types.ts";
import { minuteOf, weekdayOf } from "../days.ts";
import type { Span } from "../placement.ts";

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const satisfies Weekday[];

const minutes = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
};

type Hours = Pick<Settings, "business_hours" | "holidays">;

/** The name of a day's holiday, if it is one. */
export const holidayOn = ({ holidays }: Hours, day: string): string | undefined =>
  holidays.find(({ date }) => date === day)?.name;

/** When the business is open on a day, in minutes since midnight; null when it is closed. Closing after midnight ends the day. */
export function openSpan(hours: Hours, day: string): Span | null {
  const weekday = weekdays[weekdayOf(day) - 1];
  const open = weekday && hours.business_hours[weekday];
  if (!open || holidayOn(hours, day)) return null;
  const [from, to] = [minutes(open.open), minutes(open.close)];
  return { from, to: to > from ? to : 1440 };
}

const USUAL: Span = { from: 480, to: 1080 };

/** The hours that the board shows: the opening hours of its days and every visit, in whole hours with one to spare. */
export function shownSpan(spans: readonly (Span | null)[], visits: readonly Appointment[], zone: string): Span {
  const open = spans.filter((span) => span !== null);
  const busy = visits.map((visit) => visitSpan(visit, zone));
  const all = [...(open.length > 0 ? open : [USUAL]), ...busy];
  const from = Math.min(...all.map((span) => span.from)) - 30;
  const to = Math.max(...all.map((span) => span.to)) + 30;
  return { from: Math.max(0, Math.floor(from / 60) * 60), to: Math.min(1440, Math.ceil(to / 60) * 60) };
}

/** A visit on the wall clock of its day; what goes past midnight is cut there. */
export function visitSpan(visit: Pick<Appointment, "scheduled_start" | "scheduled_end">, zone: string): Span {
  const from = minuteOf(visit.scheduled_start, zone);
  const to = minuteOf(visit.scheduled_end, zone);
  return { from, to: to > from ? to : 1440 };
}
