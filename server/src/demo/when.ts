import type { When } from "../../../db/demo/scenes.ts";

const FIRST_HOUR = 9;
const LAST_HOUR = 21;

/** The moment of a scene. What is "so many minutes ago" happened in waking hours, however late it is now. */
export function momentOf(when: When, now: Temporal.Instant, timezone: string): Temporal.Instant {
  const local = now.toZonedDateTimeISO(timezone);
  if ("minutesAgo" in when) return lastWakingMoment(local).subtract({ minutes: when.minutesAgo });
  const date = local.toPlainDate().subtract({ days: when.daysAgo });
  return date.toZonedDateTime({ timeZone: timezone, plainTime: when.at }).toInstant();
}

function lastWakingMoment(local: Temporal.ZonedDateTime): Temporal.Instant {
  if (local.hour >= LAST_HOUR) return local.withPlainTime({ hour: LAST_HOUR }).toInstant();
  if (local.hour < FIRST_HOUR) return local.subtract({ days: 1 }).withPlainTime({ hour: LAST_HOUR }).toInstant();
  return local.toInstant();
}
