import { sql } from "kysely";
import type { InstallationInvariant } from "../invariants.ts";
import { SIGN_OF_LIFE } from "./sign-of-life.ts";

/**
 * A job's lease is the sign of life of the process that took it: with that gone it is free again within eight seconds. Who
 * lives is asked of the locks themselves, as nobody may be left to note who fell silent.
 */
export const noJobIsStuck: InstallationInvariant = {
  id: "I9",
  sentence: "No job is held for more than 30 seconds by a process that no longer lives.",
  async check({ database }) {
    // Whoever looks for lost jobs holds shared locks of the same names for a moment.
    const { rows } = await sql<{ id: string; task: string }>`
      select job.id::text as id, task.identifier as task
      from graphile_worker._private_jobs job
        join graphile_worker._private_tasks task on task.id = job.task_id
        left join silent_workers silent on silent.pool_id = job.locked_by
      where job.locked_by is not null
        and greatest(job.locked_at, silent.silent_since) < clock_timestamp() - interval '30 seconds'
        and not exists (
          select from pg_locks sign
          where sign.locktype = 'advisory' and sign.mode = 'ExclusiveLock' and sign.granted
            and sign.database = (select oid from pg_database where datname = current_database())
            and sign.classid = ${SIGN_OF_LIFE}::int::oid and sign.objid = hashtext(job.locked_by)::oid)
      order by job.id`.execute(database.platform);
    return rows.map(({ id, task }) => `The job ${id} (${task}) is held by a process that shows no sign of life.`);
  },
};
