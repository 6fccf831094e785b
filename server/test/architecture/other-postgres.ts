import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PoolConfig } from "pg";
import { postgresAccount } from "../../src/platform/embedded-postgres/account.ts";
import { runProgram } from "../../src/platform/embedded-postgres/run-program.ts";
import { roomyTemporaryFolder } from "../../src/platform/embedded-postgres/temporary-folder.ts";

const OLDEST = "/usr/lib/postgresql/15/bin";

/** Whether the oldest PostgreSQL that is supported is installed where Debian puts it. */
export const oldestIsInstalled = existsSync(join(OLDEST, "initdb"));

/** Starts an empty cluster of it in a temporary folder. */
export async function startOldestPostgres(): Promise<{ owner: PoolConfig; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(roomyTemporaryFolder(), "nmc-oldest-"));
  const cluster = join(folder, "cluster");
  const account = postgresAccount(cluster);
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o711);
  const run = (program: string, ...args: string[]) => runProgram(join(OLDEST, program), args, account);
  await run("initdb", `--pgdata=${cluster}`, "--username=owner", "--auth=trust", "--encoding=UTF8", "--no-sync");
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  await run("pg_ctl", "start", "--wait", `--pgdata=${cluster}`, `--log=${join(folder, "log")}`, `--options=${options}`);
  return {
    owner: { host: folder, port: 5432, user: "owner", database: "postgres" },
    async stop() {
      await run("pg_ctl", "stop", "--mode=immediate", `--pgdata=${cluster}`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
