import { sql } from "kysely";
import type { Cancel } from "../clock.ts";
import type { RunningService } from "../module.ts";
import type { Ports } from "../ports.ts";

export type Round = {
  name: string;
  every: Temporal.DurationLike;
  work(): Promise<void>;
};

/** A start is busy enough. */
const FIRST_AFTER = { minutes: 1 };

/**
 * Does a piece of work again and again, on the application's clock, first a minute after the start. Of all processes that
 * do the same one does it at a time; a round that fails is logged, and the next one comes.
 */
export function startRounds(ports: Pick<Ports, "clock" | "database" | "log">, round: Round): RunningService {
  let stopped = false;
  let going: Promise<void> | null = null;
  let cancel: Cancel = wakeAfter(FIRST_AFTER);

  function wakeAfter(wait: Temporal.DurationLike): Cancel {
    return ports.clock.schedule(ports.clock.now().add(wait), () => {
      if (stopped) return;
      cancel = wakeAfter(round.every);
      going ??= go().finally(() => {
        going = null;
      });
    });
  }

  async function go(): Promise<void> {
    try {
      await ports.database.platform.transaction().execute(async (tx) => {
        const { rows } = await sql<{ ours: boolean }>`
          select pg_try_advisory_xact_lock(hashtextextended(${`round ${round.name}`}, 0)) as ours`.execute(tx);
        if (rows[0]?.ours === true) await round.work();
      });
    } catch (error) {
      ports.log.error({ err: error, round: round.name }, "a round could not be made; the next one comes");
    }
  }

  return {
    async settled() {
      await going;
    },
    async stop() {
      stopped = true;
      cancel();
      await going;
    },
  };
}
