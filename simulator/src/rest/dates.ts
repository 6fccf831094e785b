import { type Form, textOf } from "./form.ts";

const DAY_MS = 86_400_000;

/** Whether a time (ms) passes the filter `Name`, `Name<` or `Name>` of a list; both bounds are included, a bare date means that day in UTC. */
export function passesDateFilter(query: Form, name: string, at: number | null): boolean {
  const on = textOf(query, name);
  const until = textOf(query, `${name}<`);
  const from = textOf(query, `${name}>`);
  if (on === undefined && until === undefined && from === undefined) return true;
  if (at === null) return false;
  if (on !== undefined && !isSameDay(at, Date.parse(on))) return false;
  if (until !== undefined && at > lastMoment(until)) return false;
  return from === undefined || at >= Date.parse(from);
}

const isSameDay = (at: number, day: number): boolean => Math.floor(at / DAY_MS) === Math.floor(day / DAY_MS);

/** A bare date includes its whole day; Twilio's times have no fractions of a second. */
const lastMoment = (written: string): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(written) + DAY_MS - 1 : Date.parse(written) + 999;

/** RFC 2822, as the 2010 interface writes time; null stays null. */
export const rfc2822OrNull = (at: number | null): string | null =>
  at === null ? null : new Date(at).toUTCString().replace("GMT", "+0000");

/** ISO 8601 to the second, as the newer interfaces write time. */
export const isoSeconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
