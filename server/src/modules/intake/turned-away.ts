import type { Refusal } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";

/** Told of webhooks that were not taken in for reasons of our own. */
export type TurnedAway = { note(refusal: Refusal): void };

/** Such webhooks come in floods, and while the database is away it cannot count them. */
const TOLD_EVERY = { minutes: 1 };

/** Writes the first of a kind to the log, and then once a minute how many there have been since. */
export function createTurnedAway({ clock, log }: Pick<Ports, "clock" | "log">): TurnedAway {
  const told = new Map<string, { until: Temporal.Instant; since: number }>();
  return {
    note({ code, title }) {
      const now = clock.now();
      const last = told.get(code);
      const count = (last?.since ?? 0) + 1;
      if (last !== undefined && Temporal.Instant.compare(now, last.until) < 0) {
        last.since = count;
        return;
      }
      told.set(code, { until: now.add(TOLD_EVERY), since: 0 });
      log.warn({ code, count, reason: title }, "webhooks were turned away; the carrier is to send them again");
    },
  };
}
