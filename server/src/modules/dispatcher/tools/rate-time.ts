import { openingAt, type Settings } from "#tenants";

/** When a visit is, as the rates see it. */
export const rateTimes = ["normal", "evening", "night", "weekend"] as const;
export type RateTime = (typeof rateTimes)[number];

const EVENING_FROM = 18;
const NIGHT_FROM = 22;
const NIGHT_UNTIL = 7;
const SATURDAY = 6;

/**
 * The rate of a moment: normal inside opening hours, else night (22 to 7), weekend and holidays, or evening (18 to 22), in
 * this order; what is left, such as the hour before opening, is normal.
 */
export function rateTimeAt(
  settings: Pick<Settings, "business_hours" | "holidays">,
  timezone: string,
  moment: Temporal.Instant,
): RateTime {
  const opening = openingAt(settings, timezone, moment);
  if (opening.kind === "open") return "normal";
  const { hour, dayOfWeek } = moment.toZonedDateTimeISO(timezone);
  if (hour >= NIGHT_FROM || hour < NIGHT_UNTIL) return "night";
  if (dayOfWeek >= SATURDAY || opening.kind === "holiday") return "weekend";
  return hour >= EVENING_FROM ? "evening" : "normal";
}
