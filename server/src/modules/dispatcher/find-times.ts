import type { Preference, Slot } from "#scheduling";
import { openingAt, type Settings } from "#tenants";
import { noTime, type WantedTime } from "#understanding";
import type { OfferedSlot, Session } from "./policy/session.ts";
import { limits } from "./policy/wish.ts";
import { rateTimeAt } from "./tools/rate-time.ts";

/** Asks the calendar. `aroundTheClock` looks outside opening hours and on holidays too. */
export type SlotLookup = (query: {
  preference: Preference;
  from?: Temporal.Instant;
  durationMinutes?: number;
  aroundTheClock?: boolean;
  limit: number;
}) => Promise<Slot[]>;

export type Place = { settings: Settings; timezone: string; fewestHours: number };
export type Times = { fitting: OfferedSlot[]; nearest: OfferedSlot[]; soonest: OfferedSlot[] };

/** Some days of half-hours: enough to choose three from that are apart. */
const ENOUGH = 120;
/** Visits begin on the half hour: an exact time is met by the visit that begins at it or in the half hour before. */
const HALF_HOUR = { minutes: 29 };

/** Every free time that a turn may need: those that fit the wish, those nearest to it when none does, and the soonest. */
export async function findTimes(session: Session, place: Place, lookup: SlotLookup): Promise<Times> {
  const { wish, later_than } = session;
  const search = searchOf(
    session,
    place,
    lookup,
    later_than === null ? {} : { from: Temporal.Instant.from(later_than) },
  );
  const soonest = await search(noTime, isEmergency(session, place));
  if (!limits(wish)) return { fitting: [], nearest: [], soonest };
  const fitting = await fittingTimes(session, wish, place, search);
  const nearest = fitting.length > 0 ? [] : await nearestTimes(wish, search, soonest);
  return { fitting, nearest, soonest };
}

type Search = (wish: WantedTime, aroundTheClock?: boolean, durationMinutes?: number) => Promise<OfferedSlot[]>;

function searchOf(session: Session, place: Place, lookup: SlotLookup, since: { from?: Temporal.Instant }): Search {
  return async (wish, aroundTheClock = false, durationMinutes) => {
    const slots = await lookup({
      preference: preferenceOf(wish),
      ...since,
      ...(durationMinutes === undefined ? {} : { durationMinutes }),
      ...(aroundTheClock ? { aroundTheClock } : {}),
      limit: ENOUGH,
    });
    return bestFirst(
      slots.map((slot) => offered(slot, place)),
      wish,
    );
  };
}

/**
 * At normal hours first. A late hour of the day may still do for a short visit of this kind of job; an emergency may be
 * served outside the hours.
 */
async function fittingTimes(session: Session, wish: WantedTime, place: Place, search: Search): Promise<OfferedSlot[]> {
  const isEmergencyNow = isEmergency(session, place);
  if (wish.kind === "asap" && isEmergencyNow) return search(wish, true);
  const usual = await search(wish);
  if (usual.length > 0) return usual;
  const shortest = place.fewestHours * 60;
  const hasHours = wish.from !== null || wish.to !== null;
  const short = hasHours && shortest < place.settings.job_duration_minutes ? await search(wish, false, shortest) : [];
  if (short.length > 0) return short;
  return isEmergencyNow ? search(wish, true) : [];
}

/** The same day at another hour, the same hour on a later day, any later day, any day. */
async function nearestTimes(wish: WantedTime, search: Search, soonest: OfferedSlot[]): Promise<OfferedSlot[]> {
  const { kind, date, from, to, excluded } = wish;
  const later: WantedTime = { ...noTime, kind: "window", not_before: date ?? wish.not_before, excluded };
  const attempts: WantedTime[] = [];
  if (date !== null) attempts.push({ ...noTime, kind: "date", date });
  if (from !== null || to !== null) attempts.push({ ...later, kind: kind === "exact" ? "exact" : "window", from, to });
  attempts.push(later);
  for (const attempt of attempts) {
    const found = await search(attempt);
    if (found.length > 0) return from === null ? found : closestTo(from, found);
  }
  return soonest;
}

function isEmergency({ level }: Session, { settings }: Place): boolean {
  return level !== "routine" && settings.emergency_service_enabled && settings.emergency_after_hours;
}

/** Customers' words as limits of the search. */
export function preferenceOf({ kind, date, from, to, not_before, excluded }: WantedTime): Preference {
  const earliest = from !== null && (kind === "exact" || kind === "relative") ? before(from) : from;
  const latest = from !== null && kind === "exact" ? after(from) : to;
  return {
    ...(date === null ? {} : { date }),
    ...(not_before === null ? {} : { not_before }),
    ...(excluded.length === 0 ? {} : { excluded }),
    ...(earliest === null ? {} : { from: earliest }),
    ...(latest === null ? {} : { to: latest }),
  };
}

const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: "minute" });

function before(time: string): string {
  return time < "00:30" ? "00:00" : clock(Temporal.PlainTime.from(time).subtract(HALF_HOUR));
}

function after(time: string): string {
  return time === "23:59" ? "24:00" : clock(Temporal.PlainTime.from(time).add({ minutes: 1 }));
}

/** In order of time; an exact hour has the visit that begins nearest to it first, "by noon" what surely comes before noon. */
function bestFirst(slots: OfferedSlot[], { kind, date, from, to }: WantedTime): OfferedSlot[] {
  if (kind === "exact" && from !== null && date !== null) return slots.toReversed();
  if (kind === "exact" && from !== null) return latestOfEachDay(slots);
  if (to === null) return slots;
  const { true: surely = [], false: perhaps = [] } = Object.groupBy(slots, (slot) =>
    String(slot.to <= to && slot.to > slot.from),
  );
  return [...surely, ...perhaps];
}

function latestOfEachDay(slots: readonly OfferedSlot[]): OfferedSlot[] {
  return [...new Map(slots.map((slot) => [slot.date, slot])).values()];
}

function closestTo(hour: string, slots: readonly OfferedSlot[]): OfferedSlot[] {
  const wanted = Temporal.PlainTime.from(hour);
  const distance = ({ from }: OfferedSlot) => Math.abs(wanted.until(Temporal.PlainTime.from(from)).total("minutes"));
  const [first] = slots;
  return slots
    .filter((slot) => slot.date === first?.date)
    .toSorted((one, other) => distance(one) - distance(other))
    .concat(slots.filter((slot) => slot.date !== first?.date));
}

/** A free time with what it costs and how it reads on the business's wall clock. */
function offered(slot: Slot, { settings, timezone }: Place): OfferedSlot {
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timezone);
  return {
    start: slot.start.toString(),
    end: slot.end.toString(),
    window_start: slot.window_start.toString(),
    window_end: slot.window_end.toString(),
    resource_id: slot.resource_id,
    rate:
      openingAt(settings, timezone, slot.start).kind === "open" ? "normal" : rateTimeAt(settings, timezone, slot.start),
    date: local(slot.window_start).toPlainDate().toString(),
    from: clock(local(slot.window_start).toPlainTime()),
    to: clock(local(slot.window_end).toPlainTime()),
  };
}
