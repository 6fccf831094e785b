import { type Kysely, sql } from "kysely";

/** Whoever waits for a lock on a table makes its readers wait behind it. */
const LOCK_TIMEOUT = "2s";
/** PostgreSQL: lock_not_available, deadlock_detected and object_in_use. */
const BUSY = ["55P03", "40P01", "55006"];

/**
 * Makes the partitions of this month and the two after it, for every table that has monthly ones, where they are missing.
 * Returns the tables that were too busy: until the next time their rows go into the default partition.
 */
export async function makePartitionsAhead<DB>(db: Kysely<DB>, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from partitioned_tables()`.execute(db);
  const busy: string[] = [];
  for (const { name } of rows) {
    const isDone = await unlessBusy(db, sql`select make_partitions_ahead(${name}, ${now.toString()}::timestamptz)`);
    if (!isDone) busy.push(name);
  }
  return busy;
}

/** Runs a statement that needs a table for itself. False, and nothing was done, when others are at work on the table. */
export async function unlessBusy<DB>(db: Kysely<DB>, statement: ReturnType<typeof sql>): Promise<boolean> {
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select set_config('lock_timeout', ${LOCK_TIMEOUT}, true)`.execute(tx);
      await statement.execute(tx);
    });
    return true;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return false;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && BUSY.includes(String(error.code));
}
