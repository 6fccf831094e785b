import type { Settings } from "#tenants";
import { type OpeningRules, openingOn } from "./business-day.ts";
import type { Slot } from "./schema.ts";

/** What the business and its calendar say; everything a slot depends on. */
export type Calendar = {
  rules: OpeningRules &
    Pick<
      Settings,
      | "max_jobs_per_day"
      | "max_concurrent_jobs"
      | "booking_advance_days"
      | "travel_buffer_minutes"
      | "arrival_window_minutes"
    >;
  timezone: string;
  resources: readonly string[];
  /** Live appointments, each with the travel after it. */
  busy: readonly { resource_id: string; start: Temporal.Instant; blocked_until: Temporal.Instant }[];
};

/** When the customer can: a day, days to avoid, hours of the day (local, `from` inclusive, `to` exclusive). */
export type Preference = {
  date?: string;
  not_before?: string;
  excluded?: readonly string[];
  from?: string;
  to?: string;
};

export type SlotSearch = {
  now: Temporal.Instant;
  from: Temporal.Instant;
  to: Temporal.Instant;
  durationMinutes: number;
  preference: Preference;
  /** Outside opening hours and on holidays too: for emergencies. */
  aroundTheClock?: boolean;
  limit: number;
};

/** Visits begin on the half hour. */
const STEP_MINUTES = 30;
/** Nobody is sent out with less warning. */
const NOTICE_MINUTES = 60;

/**
 * The earliest free times, in order: inside opening hours, with notice, travel, capacity and the jobs a day respected.
 * At most one slot for each start time. Pure.
 */
export function findFreeSlots(given: Calendar, search: SlotSearch): Slot[] {
  const calendar = search.aroundTheClock === true ? alwaysOpen(given) : given;
  const slots: Slot[] = [];
  const earliest = later(search.from, search.now.add({ minutes: NOTICE_MINUTES }));
  const horizon = search.now.add({ hours: 24 * calendar.rules.booking_advance_days });
  const latest = earlier(search.to, horizon);
  for (const date of localDays(earliest, latest, calendar.timezone)) {
    if (!wanted(date, search.preference) || dayIsFull(calendar, date)) continue;
    for (const start of startsOn(calendar, date, search)) {
      if (isBefore(start, earliest) || !isBefore(start, latest)) continue;
      const resource = freeResource(calendar, start, search.durationMinutes);
      if (resource !== undefined) slots.push(slotAt(calendar, date, start, search.durationMinutes, resource));
      if (slots.length === search.limit) return slots;
    }
  }
  return slots;
}

const ALL_DAY = { open: "00:00", close: "00:00" };

function alwaysOpen(calendar: Calendar): Calendar {
  const business_hours = {
    monday: ALL_DAY,
    tuesday: ALL_DAY,
    wednesday: ALL_DAY,
    thursday: ALL_DAY,
    friday: ALL_DAY,
    saturday: ALL_DAY,
    sunday: ALL_DAY,
  };
  return { ...calendar, rules: { ...calendar.rules, business_hours, holidays: [] } };
}

/** The slot that begins exactly at `start`, if a resource (or the one asked for) is free then. Opening hours are not asked: a person may overrule them. */
export function slotFor(
  calendar: Calendar,
  start: Temporal.Instant,
  durationMinutes: number,
  resourceId?: string,
): Slot | null {
  const date = start.toZonedDateTimeISO(calendar.timezone).toPlainDate();
  const only = resourceId === undefined ? calendar : { ...calendar, resources: [resourceId] };
  const resource = freeResource(only, start, durationMinutes);
  return resource === undefined ? null : slotAt(calendar, date, start, durationMinutes, resource);
}

/** Whether the jobs that begin on this local day have reached the day's limit. */
export function dayIsFull(calendar: Calendar, date: Temporal.PlainDate): boolean {
  const jobs = calendar.busy.filter((job) =>
    job.start.toZonedDateTimeISO(calendar.timezone).toPlainDate().equals(date),
  );
  return jobs.length >= calendar.rules.max_jobs_per_day;
}

function wanted(date: Temporal.PlainDate, { date: only, not_before, excluded = [] }: Preference): boolean {
  const day = date.toString();
  return (
    (only === undefined || day === only) && (not_before === undefined || day >= not_before) && !excluded.includes(day)
  );
}

function* startsOn(calendar: Calendar, date: Temporal.PlainDate, { durationMinutes, preference }: SlotSearch) {
  const opening = openingOn(calendar.rules, date, calendar.timezone);
  if (opening === null) return;
  const lastStart = opening.closes.subtract({ minutes: durationMinutes });
  for (let start = opening.opens; !isBefore(lastStart, start); start = start.add({ minutes: STEP_MINUTES })) {
    const time = start.toZonedDateTimeISO(calendar.timezone).toPlainTime().toString({ smallestUnit: "minute" });
    const { from = "00:00", to = "24:00" } = preference;
    if (time >= from && time < to) yield start;
  }
}

function freeResource(calendar: Calendar, start: Temporal.Instant, durationMinutes: number): string | undefined {
  const until = start.add({ minutes: durationMinutes + calendar.rules.travel_buffer_minutes });
  const overlapping = calendar.busy.filter((job) => isBefore(job.start, until) && isBefore(start, job.blocked_until));
  if (overlapping.length >= calendar.rules.max_concurrent_jobs) return undefined;
  return calendar.resources.find((resource) => !overlapping.some((job) => job.resource_id === resource));
}

function slotAt(
  calendar: Calendar,
  date: Temporal.PlainDate,
  start: Temporal.Instant,
  durationMinutes: number,
  resource_id: string,
): Slot {
  const end = start.add({ minutes: durationMinutes });
  const promised = start.add({ minutes: calendar.rules.arrival_window_minutes });
  const closes = openingOn(calendar.rules, date, calendar.timezone)?.closes;
  const window_end = closes !== undefined && isBefore(start, closes) ? earlier(promised, closes) : promised;
  return { start, end, window_start: start, window_end, resource_id };
}

function* localDays(from: Temporal.Instant, to: Temporal.Instant, timezone: string) {
  const last = to.toZonedDateTimeISO(timezone).toPlainDate();
  // Hours past midnight belong to the day before.
  for (
    let day = from.toZonedDateTimeISO(timezone).toPlainDate().subtract({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    yield day;
  }
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;
const earlier = (one: Temporal.Instant, other: Temporal.Instant) => (isBefore(one, other) ? one : other);
const later = (one: Temporal.Instant, other: Temporal.Instant) => (isBefore(one, other) ? other : one);
