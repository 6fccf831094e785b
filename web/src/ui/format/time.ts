/** Where and in which language a moment is shown. `zone` is an IANA time zone. */
export interface Place {
  locale: string;
  zone: string;
}

type Moment = string | number | Date;

const formats = new Map<string, Intl.DateTimeFormat>();

function format({ locale, zone }: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(key, known);
  return known;
}

/** "2:40 pm" rather than "2:40 PM", with an ordinary space. */
const soften = (text: string): string =>
  text.replace(/\s?\b([AP])M\b/g, (_, letter: string) => ` ${letter.toLowerCase()}m`);

const show = (moment: Moment, place: Place, options: Intl.DateTimeFormatOptions): string =>
  soften(format(place, options).format(new Date(moment)));

/** "2:40 pm". */
export const clockTime = (moment: Moment, place: Place): string =>
  show(moment, place, { hour: "numeric", minute: "2-digit" });

/** "Thu, Nov 21, 2026, 2:40 pm CST": everything there is to know, for hovering. */
export const fullTime = (moment: Moment, place: Place): string =>
  show(moment, place, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });

/** "Thursday, November 21". */
export const longDay = (moment: Moment, place: Place): string =>
  show(moment, place, { weekday: "long", day: "numeric", month: "long" });

/** "Thu, Nov 21". */
export const shortDay = (moment: Moment, place: Place): string =>
  show(moment, place, { weekday: "short", day: "numeric", month: "short" });

/** "2 – 4 pm". */
export const timeRange = (start: Moment, end: Moment, place: Place): string => {
  const ends = [new Date(start), new Date(end)] as const;
  const isWhole = ends.every((date) => date.getUTCMinutes() === 0);
  const options: Intl.DateTimeFormatOptions = isWhole ? { hour: "numeric" } : { hour: "numeric", minute: "2-digit" };
  return soften(format(place, options).formatRange(...ends));
};

/** "CST". */
export function zoneName(moment: Moment, place: Place): string {
  const parts = format(place, { timeZoneName: "short" }).formatToParts(new Date(moment));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? place.zone;
}

/** True when both zones show the same time at that moment. */
export const sameClock = (moment: Moment, zone: string, other: string): boolean =>
  fullWithoutZone(moment, zone) === fullWithoutZone(moment, other);

const fullWithoutZone = (moment: Moment, zone: string): string =>
  show(moment, { locale: "en", zone }, { dateStyle: "short", timeStyle: "short" });

/** "2026-11-21": the calendar day of a moment. */
export function dayOf(moment: Moment, zone: string): string {
  return format({ locale: "en-CA", zone }, { year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(moment),
  );
}

const DAY_MS = 86_400_000;

/** As a list shows it: the time today, the weekday in the last week, the date before. */
export function listTime(moment: Moment, now: number, place: Place): string {
  const at = new Date(moment).getTime();
  if (dayOf(at, place.zone) === dayOf(now, place.zone)) return clockTime(at, place);
  if (now - at < 6 * DAY_MS && at < now) return show(at, place, { weekday: "short" });
  const sameYear = dayOf(at, place.zone).slice(0, 4) === dayOf(now, place.zone).slice(0, 4);
  return show(
    at,
    place,
    sameYear ? { day: "numeric", month: "short" } : { day: "numeric", month: "short", year: "numeric" },
  );
}

/** As a ledger shows it: the day as in a list, and always the time: "Fri 9:40 pm". */
export function logTime(moment: Moment, now: number, place: Place): string {
  const day = listTime(moment, now, place);
  const time = clockTime(moment, place);
  return day === time ? time : `${day} ${time}`;
}

/** "Nov 16 – 22". */
export const dayRange = (first: Moment, last: Moment, place: Place): string =>
  format(place, { day: "numeric", month: "short" }).formatRange(new Date(first), new Date(last));

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", DAY_MS],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "4 min ago", "in 2 hr", "yesterday". Under a minute it is "now". */
export function relativeTime(moment: Moment, now: number, locale: string): string {
  const ahead = new Date(moment).getTime() - now;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const step = steps.find(([, size]) => Math.abs(ahead) >= size);
  if (!step) return words.format(0, "second");
  return words.format(Math.trunc(ahead / step[1]), step[0]).replace(".", "");
}

/** "12 min", "2 hr", "3 days": how long something lasts or has lasted, in its largest unit. */
export function roughDuration(ms: number, locale: string): string {
  const [unit, size] = steps.find(([, size]) => ms >= size) ?? ["minute", 60_000];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(
    Math.max(1, Math.floor(ms / size)),
  );
}

/** "3:07", "1:02:45": how long a call lasted. */
export function callDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)];
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, "0")}:${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}
