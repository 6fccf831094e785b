import { sql } from "kysely";
import type { InstallationInvariant } from "../invariants.ts";
import { SIGN_OF_LIFE } from "./sign-of-life.ts";

/** A job's lease is the sign of life of the process that took it: with that gone it is free again within ten seconds. */
export const noJobIsStuck: InstallationInvariant = {
  id: "I9",
  sentence: "No job is held for more than 30 seconds by a process that no longer lives.",
  async check({ database }) {
    const { rows } = await sql<{ id: string; task: string }>`
      select job.id::text as id, task.identifier as task
      from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
      where job.locked_at < now() - interval '30 seconds' and not exists (
        select from pg_locks life
        where life.locktype = 'advisory' and life.granted and life.objsubid = 2
          and life.database = (select oid from pg_database where datname = current_database())
          and life.classid::bigint = ${SIGN_OF_LIFE} and life.objid::bigint = hashtext(job.locked_by)::bigint & 4294967295)
      order by job.id`.execute(database.platform);
    return rows.map(({ id, task }) => `The job ${id} (${task}) is held by a process that shows no sign of life.`);
  },
};
