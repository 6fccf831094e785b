import type { HoursRule, OpenHours } from "./hours-rules.ts";

/** Whether people may be texted now; when not, by which rule, where, and when they may be again. */
export type QuietHours =
  | { quiet: false }
  | { quiet: true; until: Temporal.Instant; rule: HoursRule; zone: string; localTime: string };

/** A week is the longest that any rule stays silent. */
const MOST_STEPS = 64;

/**
 * Decides by the strictest of all rules in all zones in which the person may be. Times are local, so that clock changes
 * move nothing: 08:00 is open whatever the offset of that day.
 * @throws when the rules leave no common hour at all.
 */
export function quietHours(now: Temporal.Instant, zones: readonly string[], rules: readonly HoursRule[]): QuietHours {
  const first = firstObstacle(now, zones, rules);
  if (first === null) return { quiet: false };
  const localTime = now.toZonedDateTimeISO(first.zone).toPlainTime().toString({ smallestUnit: "minute" });
  return { quiet: true, until: nextOpening(now, zones, rules), rule: first.rule, zone: first.zone, localTime };
}

type Obstacle = { rule: HoursRule; zone: string };

function firstObstacle(at: Temporal.Instant, zones: readonly string[], rules: readonly HoursRule[]): Obstacle | null {
  for (const zone of zones) {
    const local = at.toZonedDateTimeISO(zone);
    for (const rule of rules) if (!isOpen(local, hoursOf(rule, local))) return { rule, zone };
  }
  return null;
}

function nextOpening(now: Temporal.Instant, zones: readonly string[], rules: readonly HoursRule[]): Temporal.Instant {
  let at = now;
  for (let step = 0; step < MOST_STEPS; step++) {
    const obstacle = firstObstacle(at, zones, rules);
    if (obstacle === null) return at;
    at = openingAfter(at.toZonedDateTimeISO(obstacle.zone), obstacle.rule).toInstant();
  }
  throw new Error(`The rules ${rules.map((rule) => rule.id).join(", ")} leave no common hour in ${zones.join(", ")}.`);
}

function openingAfter(local: Temporal.ZonedDateTime, rule: HoursRule): Temporal.ZonedDateTime {
  for (let days = 0; days <= 7; days++) {
    const day = local.add({ days });
    const hours = hoursOf(rule, day);
    if (hours === null) continue;
    const opening = day.withPlainTime(hours.open);
    if (Temporal.ZonedDateTime.compare(opening, local) > 0) return opening;
  }
  throw new Error(`The rule ${rule.id} never opens.`);
}

function isOpen(local: Temporal.ZonedDateTime, hours: OpenHours): boolean {
  if (hours === null) return false;
  const time = local.toPlainTime();
  return Temporal.PlainTime.compare(hours.open, time) <= 0 && Temporal.PlainTime.compare(time, hours.close) < 0;
}

function hoursOf(rule: HoursRule, local: Temporal.ZonedDateTime): OpenHours {
  if (local.dayOfWeek === 7) return rule.sunday;
  return local.dayOfWeek === 6 ? rule.saturday : rule.weekdays;
}
