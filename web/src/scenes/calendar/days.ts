/** Calendar days of a business: "2026-11-26" in its IANA zone. */

const startOf = (day: string, zone: string): Temporal.ZonedDateTime =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone });

/** The moment at which a day begins there, ISO 8601. */
export const dayStart = (day: string, zone: string): string => startOf(day, zone).toInstant().toString();

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The seven days of a day's week, from Monday. */
export function weekOf(day: string): string[] {
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  return Array.from({ length: 7 }, (_, index) => addDays(day, index + 1 - dayOfWeek));
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** Wall-clock minutes since midnight, 0 to 1439. */
export function minuteOf(moment: string, zone: string): number {
  const { hour, minute } = Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
  return hour * 60 + minute;
}

/** The moment at which the clock of a day shows so many minutes since midnight, ISO 8601. */
export function momentAt(day: string, minute: number, zone: string): string {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString();
}

export const dayIn = (moment: string, zone: string): string =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString();

/** A moment of a day at which a whole day's name can be formatted without falling into its neighbour. */
export const noonOf = (day: string, zone: string): string => momentAt(day, 720, zone);
