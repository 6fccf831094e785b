import { openingAt, type Settings } from "#tenants";
import type { RateTime } from "./estimate.ts";

const EVENING_FROM = 18;
const NIGHT_FROM = 22;
const NIGHT_UNTIL = 7;

/** Which rate a moment has: normal inside opening hours, else by the hour and the day (evening 18-22, night 22-7, weekend). */
export function rateTimeAt(
  settings: Pick<Settings, "business_hours" | "holidays">,
  timezone: string,
  moment: Temporal.Instant,
): RateTime {
  if (openingAt(settings, timezone, moment).kind === "open") return "normal";
  const { hour, dayOfWeek } = moment.toZonedDateTimeISO(timezone);
  if (hour >= NIGHT_FROM || hour < NIGHT_UNTIL) return "night";
  if (dayOfWeek >= 6) return "weekend";
  return hour >= EVENING_FROM ? "evening" : "normal";
}
