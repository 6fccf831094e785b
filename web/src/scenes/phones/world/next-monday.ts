const OPENING_HOUR = 8;
const MONDAY = 1;
const DAYS = 7;

/** The next Monday at eight there, ISO 8601 with offset. `now` is in ms; on a Monday it is a week ahead. */
export function nextMonday(now: number, zone: string): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const days = (MONDAY - today.dayOfWeek + DAYS) % DAYS || DAYS;
  const monday = today
    .add({ days })
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: OPENING_HOUR }) });
  return monday.toString({ timeZoneName: "never" });
}
