import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import type { Migration, MigrationProvider } from "kysely/migration";

const MIGRATIONS = join(import.meta.dirname, "../../../../db/migrations");
const FILE_NAME = /^(\d{8}_\d{6}_[a-z0-9_]+)\.(up|down)\.sql$/;

export type MigrationFile = { name: string; up: string; down: string; checksum: string };

/**
 * Reads the migrations in the order of their names.
 * @throws on a file whose name is off or that lacks its other half.
 */
export async function readMigrationFiles(directory = MIGRATIONS): Promise<MigrationFile[]> {
  const names = new Set<string>();
  for (const file of await readdir(directory)) {
    const name = FILE_NAME.exec(file)?.[1];
    if (name === undefined)
      throw new Error(`${file} is not a migration: name it YYYYMMDD_HHMMSS_what_it_does.up.sql or .down.sql.`);
    names.add(name);
  }
  return Promise.all([...names].sort().map((name) => readMigrationFile(directory, name)));
}

async function readMigrationFile(directory: string, name: string): Promise<MigrationFile> {
  const [up, down] = await Promise.all(
    ["up", "down"].map((way) => readFile(join(directory, `${name}.${way}.sql`), "utf8")),
  );
  if (up === undefined || down === undefined) throw new Error(`Migration ${name} needs both an up and a down file.`);
  return { name, up, down, checksum: createHash("sha256").update(up).digest("hex") };
}

/** Feeds the files to Kysely's Migrator, remembering the checksum of each applied one. */
export function migrationProvider(files: readonly MigrationFile[]): MigrationProvider {
  return {
    getMigrations: async () => Object.fromEntries(files.map((file) => [file.name, migration(file)])),
  };
}

function migration(file: MigrationFile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await sql.raw(file.up).execute(db);
      await sql`insert into schema_checksums (name, checksum) values (${file.name}, ${file.checksum})`.execute(db);
    },
    async down(db: Kysely<unknown>) {
      await sql.raw(file.down).execute(db);
      await sql`delete from schema_checksums where name = ${file.name}`.execute(db);
    },
  };
}
