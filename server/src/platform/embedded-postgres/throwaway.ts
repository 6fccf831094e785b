import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
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
      for (const used of [folder, postgres.connection.host]) rmSync(used, { recursive: true, force: true });
    },
  };
}

async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length).split("-")[0]))) continue;
    const folder = join(tmpdir(), name);
    const left = livingPostmaster(join(folder, "postgres"));
    if (left) await endPostmaster(left.pid, { gently: false });
    rmSync(folder, { recursive: true, force: true });
  }
}
