import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { Ports } from "../ports.ts";

const LOOK_EVERY_MS = 3;

/**
 * Waits until no job is waiting to run now, and tells whether there were any (they may have caused more).
 * @throws when a job has failed: whoever waits for quiet wants to know.
 */
export async function finishJobs(ports: Pick<Ports, "database">): Promise<boolean> {
  let found = false;
  for (;;) {
    const { rows } = await sql<{ waiting: number; failed: string | null }>`
      select count(*) filter (where run_at <= now() and attempts < max_attempts)::int as waiting,
             max(task_identifier || ': ' || last_error) as failed
      from graphile_worker.jobs`.execute(ports.database.platform);
    const { waiting = 0, failed = null } = rows[0] ?? {};
    if (failed !== null) throw new Error(`A job failed. ${failed}`);
    if (waiting === 0) return found;
    found = true;
    await pause(LOOK_EVERY_MS);
  }
}
