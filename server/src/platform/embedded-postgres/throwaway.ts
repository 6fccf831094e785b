import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { livingPostmaster } from "./pid-file.ts";
import { endPostmaster } from "./postmaster.ts";
import { isAlive } from "./processes.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start.ts";

const prefix = "nmc-throwaway-";
const silent = { info() {}, warn() {}, error() {} };

/**
 * An empty PostgreSQL for tests in a temporary folder, fast because nothing of it is meant to last. `stop` removes it;
 * what a killed test run left behind is removed by the next one.
 */
export async function startThrowawayPostgres(): Promise<EmbeddedPostgres> {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDirectory: folder, log: silent, durable: false });
  return {
    ...postgres,
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(prefix) || isAlive(ownerOf(name)) || statSync(folder).uid !== process.getuid?.()) continue;
    const left = livingPostmaster(join(folder, "postgres"));
    if (left) await endPostmaster(left.pid, { gently: false });
    for (const used of [folder, left?.sockets ?? folder]) rmSync(used, { recursive: true, force: true });
  }
}

function ownerOf(name: string): number {
  return Number.parseInt(name.slice(prefix.length), 10);
}
