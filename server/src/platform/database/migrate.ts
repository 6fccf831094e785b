import { Logger, runMigrations as migrateWorker } from "graphile-worker";
import { Kysely, PostgresDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { systemClock } from "../clock.ts";
import { type DatabaseAddress, openPool } from "./database.ts";
import { type MigrationFile, migrationProvider, readMigrationFiles } from "./migration-files.ts";
import { makePartitionsAhead } from "./partitions.ts";
import { prepareRoles } from "./roles.ts";

/** A waiting migration must not queue every other query behind it. */
const LOCK_TIMEOUT = "10s";

export type MigrationState = {
  name: string;
  state: "applied" | "waiting" | "changed" | "unknown";
  applied_at: string | null;
};

/**
 * Brings the schema up to date: roles, the worker's own tables, then every waiting migration in one transaction. The
 * partitions of the months ahead are made each time, whether or not a migration was waiting.
 */
export async function migrateUp(address: DatabaseAddress, now = systemClock.now()): Promise<string[]> {
  await prepareRoles(address);
  const platform = openPool(address.platform, 2, () => undefined);
  try {
    await migrateWorker({ pgPool: platform, logger: quietLogger() });
  } finally {
    await platform.end();
  }
  return withMigrator(address, async (migrator, db) => {
    const names = applied(await migrator.migrateToLatest());
    await makePartitionsAhead(db, now);
    return names;
  });
}

/** Takes back the newest migration, or all of them. */
export async function migrateDown(address: DatabaseAddress, all: boolean): Promise<string[]> {
  return withMigrator(address, async (migrator) => {
    const names: string[] = [];
    do {
      const step = applied(await migrator.migrateDown());
      if (step.length === 0) break;
      names.push(...step);
    } while (all);
    return names;
  });
}

/** Every migration with its state; `changed` means that an applied file was edited afterwards. */
export async function migrationStatus(address: DatabaseAddress): Promise<MigrationState[]> {
  return withMigrator(address, async (_migrator, db, files) => {
    const rows = await sql<{ name: string; checksum: string; applied_at: string }>`
      select name, checksum, applied_at::text from schema_checksums order by name`.execute(db);
    const known = new Map(rows.rows.map((row) => [row.name, row]));
    const ours = files.map((file): MigrationState => {
      const row = known.get(file.name);
      known.delete(file.name);
      if (row === undefined) return { name: file.name, state: "waiting", applied_at: null };
      return {
        name: file.name,
        state: row.checksum === file.checksum ? "applied" : "changed",
        applied_at: row.applied_at,
      };
    });
    const foreign = [...known.values()].map(
      (row): MigrationState => ({ name: row.name, state: "unknown", applied_at: row.applied_at }),
    );
    return [...ours, ...foreign];
  });
}

async function withMigrator<Result>(
  address: DatabaseAddress,
  work: (migrator: Migrator, db: Kysely<unknown>, files: MigrationFile[]) => Promise<Result>,
): Promise<Result> {
  const files = await readMigrationFiles();
  const config = { ...address.owner, options: `-c lock_timeout=${LOCK_TIMEOUT}` };
  const pool = openPool(config, 2, () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`create table if not exists schema_checksums (name text primary key, checksum text not null, applied_at timestamptz not null default now())`.execute(
      db,
    );
    const migrator = new Migrator({
      db,
      provider: migrationProvider(files),
      migrationTableName: "schema_migrations",
      migrationLockTableName: "schema_migrations_lock",
    });
    return await work(migrator, db, files);
  } finally {
    await db.destroy();
  }
}

type Outcome = Awaited<ReturnType<Migrator["migrateToLatest"]>>;

function applied({ error, results }: Outcome): string[] {
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === "Error")?.migrationName;
    const reason = error instanceof Error ? error.message : "for an unknown reason";
    throw new Error(`Migration ${failed ?? ""} failed: ${reason}`, { cause: error });
  }
  return (results ?? []).map((result) => result.migrationName);
}

function quietLogger() {
  return new Logger(() => () => undefined);
}
