import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { livingPostmaster } from "./pid-file.ts";
import { endPostmaster } from "./postmaster.ts";
import { isAlive } from "./processes.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start.ts";
import { memoryFolder, roomyTemporaryFolder } from "./temporary-folder.ts";

const prefix = "nmc-throwaway-";
const silent = { info() {}, warn() {}, error() {} };

/**
 * An empty PostgreSQL in a temporary folder: for tests, fast because nothing of it is meant to last; for measurements,
 * `durable` and on a disk. `stop` removes it; what a killed run left behind is removed by the next one.
 */
export async function startThrowawayPostgres({ durable = false } = {}): Promise<EmbeddedPostgres> {
  for (const folder of abandonedFolders()) await removeAbandoned(folder);
  const parent = durable ? tmpdir() : roomyTemporaryFolder();
  const folder = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  chmodSync(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDirectory: folder, log: silent, durable });
  return {
    ...postgres,
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Those of our own account whose test run, named by its process id, is no more. */
function abandonedFolders(): string[] {
  return [memoryFolder, tmpdir()]
    .filter((parent) => existsSync(parent))
    .flatMap((parent) => readdirSync(parent).map((name) => ({ name, folder: join(parent, name) })))
    .filter(({ name }) => name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10)))
    .map(({ folder }) => folder)
    .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.());
}

async function removeAbandoned(folder: string): Promise<void> {
  const left = livingPostmaster(join(folder, "postgres"));
  if (left) await endPostmaster(left, { gently: false });
  rmSync(folder, { recursive: true, force: true });
}
