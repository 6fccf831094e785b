import { sql } from "kysely";
import type { InstallationInvariant } from "../invariants.ts";

/** A job's lease is the sign of life of the process that took it: with that gone it is free again within seven seconds. */
export const noJobIsStuck: InstallationInvariant = {
  id: "I9",
  sentence: "No job is held for more than 30 seconds by a process that no longer lives.",
  async check({ database }) {
    const { rows } = await sql<{ id: string; task: string }>`
      select job.id::text as id, task.identifier as task
      from graphile_worker._private_jobs job
        join graphile_worker._private_tasks task on task.id = job.task_id
        join silent_workers holder on holder.pool_id = job.locked_by
      where holder.silent_since < clock_timestamp() - interval '30 seconds'
      order by job.id`.execute(database.platform);
    return rows.map(({ id, task }) => `The job ${id} (${task}) is held by a process that shows no sign of life.`);
  },
};
