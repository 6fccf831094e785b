import { type Kysely, sql } from "kysely";
import type { DB } from "../database/database-types.ts";
import type { Ports } from "../ports.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { SIGN_OF_LIFE } from "./sign-of-life.ts";

/** Whose connection broke shows its life again within a second or two. */
const SILENCE_SECONDS = 5;
/** Each look reads the whole table of jobs, which is long when there is much to do. */
const LOOK_EVERY_BEATS = 2;

/**
 * Gives the jobs of processes that died back to those that live, within some eight seconds; the worker itself would wait
 * four hours. Any number of processes may look at once.
 * @param inHand the jobs that this process is at, of those it has taken.
 */
export function startLookingForLostJobs(
  { database, log }: Pick<Ports, "database" | "log">,
  ownPoolId: string,
  inHand: ReadonlySet<string>,
): { stop(): Promise<void> } {
  let missed: readonly string[] = [];
  let beats = 0;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    beats += 1;
    if (beats % LOOK_EVERY_BEATS === 1) await lookForTheDead();
    if (beats % SILENCE_SECONDS === 0) missed = await freeForgottenJobs(database.platform, ownPoolId, inHand, missed);
  }

  async function lookForTheDead(): Promise<void> {
    const dead = await freeLostJobs(database.platform, ownPoolId);
    if (dead.length > 0) log.warn({ workers: dead }, "a process died at its jobs; they are run again");
  }

  function lookOnce(): void {
    looking ??= look()
      .catch((error: unknown) => {
        missed = [];
        log.warn({ err: error }, "jobs of processes that died could not be looked for; trying again");
      })
      .finally(() => {
        looking = null;
      });
  }

  lookOnce();
  const stopBeating = startHeartbeat(lookOnce);
  return {
    async stop() {
      stopBeating();
      await looking;
    },
  };
}

/**
 * Unlocks the jobs and queues of those who have shown no sign of life for five seconds. Returns who they were.
 *
 * One look is not enough: whose connection broke shows it again a moment later. Who looks lives: its own jobs are never
 * lost, even while its connection is broken.
 */
export async function freeLostJobs(platform: Kysely<DB>, ownPoolId: string): Promise<string[]> {
  // The locks stay until the statement ends, so that nobody comes back to life meanwhile; shared, so that others may look.
  const { rows } = await sql<{ dead: string[] }>`
    with holders as materialized (
      select locked_by from graphile_worker._private_jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues where locked_by is not null),
    silent as materialized (
      select locked_by as pool_id from holders where locked_by <> ${ownPoolId}
        and pg_try_advisory_xact_lock_shared(${SIGN_OF_LIFE}::int, hashtext(locked_by))),
    noted as (insert into silent_workers select pool_id, clock_timestamp() from silent on conflict do nothing),
    returned as (delete from silent_workers where pool_id not in (select pool_id from silent)),
    dead as (
      select array_agg(pool_id) as pool_ids from silent join silent_workers using (pool_id)
      where silent_since <= clock_timestamp() - make_interval(secs => ${SILENCE_SECONDS}) having count(*) > 0)
    select pool_ids as dead, graphile_worker.force_unlock_workers(pool_ids) from dead`.execute(platform);
  return rows.flatMap(({ dead }) => dead);
}

/**
 * Unlocks jobs that were taken in this process's name and that it knows nothing of: the answer that should have told it
 * was lost with its connection. Returns those that are to be unlocked at the next look: what was just taken is known
 * a moment later, what has just ended is struck off a moment later.
 */
export async function freeForgottenJobs(
  platform: Kysely<DB>,
  ownPoolId: string,
  inHand: ReadonlySet<string>,
  missed: readonly string[],
): Promise<string[]> {
  const forgotten = missed.filter((id) => !inHand.has(id));
  if (forgotten.length > 0)
    await sql`
      with jobs as (
        update graphile_worker._private_jobs set locked_by = null, locked_at = null
        where locked_by = ${ownPoolId} and id = any(${forgotten}::bigint[]) returning job_queue_id)
      update graphile_worker._private_job_queues set locked_by = null, locked_at = null
      where locked_by = ${ownPoolId} and id in (select job_queue_id from jobs)`.execute(platform);
  const { rows } = await sql<{ id: string }>`
    select id::text as id from graphile_worker._private_jobs where locked_by = ${ownPoolId}`.execute(platform);
  return rows.map(({ id }) => id).filter((id) => !inHand.has(id));
}
