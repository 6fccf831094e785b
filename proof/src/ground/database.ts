import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PoolConfig } from "pg";
import { askOnce } from "../../../rig/src/ask-once.ts";
import { within } from "../../../server/src/platform/ends-within.ts";
import { type Scratch, startScratch } from "../../../server/src/simulation/scratch-database.ts";

/** A durable PostgreSQL of one run's own, which is started again when it dies. */
export type MortalDatabase = {
  scratch: Scratch;
  /** SIGKILL of the postmaster. False when it was dead already. */
  killPostmaster(): boolean;
  /** SIGKILL of one of the server's connections, at which PostgreSQL restarts all of itself. False when there is none. */
  killBackend(roll: number): Promise<boolean>;
};

const LONGEST_LOOK_MS = 5_000;

export async function startMortalDatabase(): Promise<MortalDatabase> {
  const scratch = await startScratch({ durable: true });
  const row = await askOnce<{ data_directory: string }>(scratch.owner, "show data_directory");
  const pidFile = join(row?.data_directory ?? "", "postmaster.pid");
  return {
    scratch,
    killPostmaster: () => killed(Number.parseInt(readText(pidFile), 10)),
    async killBackend(roll) {
      // A database that is being killed may answer with an error, or never.
      const asking = backends(scratch.owner).catch(() => null);
      const pids = (await within(LONGEST_LOOK_MS, asking)) ?? [];
      return killed(pids[Math.floor(roll * pids.length)] ?? 0);
    },
  };
}

async function backends(owner: PoolConfig): Promise<number[]> {
  const row = await askOnce<{ pids: number[] }>(
    { ...owner, connectionTimeoutMillis: 2_000 },
    `select coalesce(array_agg(pid order by pid), '{}') as pids from pg_stat_activity
     where backend_type = 'client backend' and usename in ('nmc_app', 'nmc_platform')`,
  );
  return row?.pids ?? [];
}

function killed(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
