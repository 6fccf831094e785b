import { sql } from "kysely";
import type { Ports } from "../ports.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { SIGN_OF_LIFE } from "./sign-of-life.ts";

const BEATS_BETWEEN_LOOKS = 5;

/**
 * Gives the jobs of processes that died back to those that live, within some ten seconds; the worker itself would wait
 * four hours. Any number of processes may look at once.
 */
export function startLookingForLostJobs(
  ports: Pick<Ports, "database" | "log">,
  ownPoolId: string,
): { stop(): Promise<void> } {
  let suspects: readonly string[] = [];
  let looking: Promise<void> | null = null;
  let beats = 0;

  async function look(): Promise<void> {
    try {
      suspects = await freeLostJobs(ports, ownPoolId, suspects);
    } catch (error) {
      suspects = [];
      ports.log.warn({ err: error }, "jobs of processes that died could not be looked for; trying again");
    }
  }

  function lookOnce(): void {
    looking ??= look().finally(() => {
      looking = null;
    });
  }

  lookOnce();
  const stopBeating = startHeartbeat(() => {
    beats += 1;
    if (beats % BEATS_BETWEEN_LOOKS === 0) lookOnce();
  });
  return {
    async stop() {
      stopBeating();
      await looking;
    },
  };
}

/**
 * Unlocks the jobs and queues of those `suspects` that still show no sign of life. Returns who shows none now.
 * One look is not enough: who has just started, or whose connection broke, shows it a moment later. Who looks lives: its own
 * jobs are never lost, even while its connection is broken.
 */
export async function freeLostJobs(
  { database, log }: Pick<Ports, "database" | "log">,
  ownPoolId: string,
  suspects: readonly string[],
): Promise<string[]> {
  return database.platform.transaction().execute(async (tx) => {
    // The locks stay ours until the end, so that nobody comes back to life meanwhile.
    const { rows } = await sql<{ locked_by: string }>`
      select locked_by from (
        select locked_by from graphile_worker._private_jobs where locked_by is not null
        union select locked_by from graphile_worker._private_job_queues where locked_by is not null
        offset 0) holders
      where locked_by <> ${ownPoolId} and pg_try_advisory_xact_lock(${SIGN_OF_LIFE}::int, hashtext(locked_by))`.execute(
      tx,
    );
    const silent = rows.map(({ locked_by }) => locked_by);
    const dead = silent.filter((poolId) => suspects.includes(poolId));
    if (dead.length > 0) {
      await sql`select graphile_worker.force_unlock_workers(${dead}::text[])`.execute(tx);
      log.warn({ workers: dead }, "a process died at its jobs; they are run again");
    }
    return silent.filter((poolId) => !dead.includes(poolId));
  });
}
