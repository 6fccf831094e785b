/** The local days of a view, by the business's clock. Dates are YYYY-MM-DD. */
export const today = (zone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(now)).toZonedDateTimeISO(zone).toPlainDate().toString();

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** Monday to Sunday around a day. */
export function weekOf(day: string): string[] {
  const date = Temporal.PlainDate.from(day);
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return Array.from({ length: 7 }, (_none, index) => monday.add({ days: index }).toString());
}

/** The moment at which a local day begins, ISO 8601. */
export const startOf = (day: string, zone: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();

export const localDay = (moment: string, zone: string): string =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString();

/** Hours since midnight of the local day, with fractions. */
export function hoursInto(moment: string, zone: string): number {
  const local = Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
  return local.hour + local.minute / 60;
}
