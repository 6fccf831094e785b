import { type Kysely, sql } from "kysely";

/** Whoever waits for the default partition makes its readers wait behind it. */
const LOCK_TIMEOUT = "2s";
/** PostgreSQL: lock_not_available and deadlock_detected. */
const BUSY = ["55P03", "40P01"];

/**
 * Makes the partitions of this month and the two after it, for every table that has monthly ones, where they are missing.
 * A table that is too busy is left for the next start: until then its rows go into the default partition.
 */
export async function makePartitionsAhead(db: Kysely<unknown>, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select oid::regclass::text as name from pg_class
    where relkind = 'p' and not relispartition and relnamespace = 'public'::regnamespace order by 1`.execute(db);
  for (const { name } of rows) await makePartitionsOf(db, name, now);
}

async function makePartitionsOf(db: Kysely<unknown>, table: string, now: Temporal.Instant): Promise<void> {
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select set_config('lock_timeout', ${LOCK_TIMEOUT}, true)`.execute(tx);
      // Two servers that start together would both find a partition missing.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`partitions of ${table}`}, 0))`.execute(tx);
      await sql`call make_partitions_around(${table}::regclass, ${now.toString()}::timestamptz)`.execute(tx);
    });
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && BUSY.includes(String(error.code));
}
