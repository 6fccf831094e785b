import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, fchownSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { readPidFile } from "./pid-file.ts";
import type { Places } from "./places.ts";
import { programEnvironment } from "./run-program.ts";
import { until } from "./until.ts";

const largestLogBytes = 10_000_000;

/** What became of a launch: the process id of a server that accepts connections, or what it said before it ended. */
export type Launch = { pid: number } | { said: string };

/**
 * Starts a postmaster in a session of its own, where neither Ctrl-C nor the end of this process reaches it: the
 * database outlives a killed application. `slow` is called once when it takes its time, as after a crash.
 */
export async function launch(places: Places, slow: () => void): Promise<Launch> {
  const { cluster, logFile } = places;
  const { child, logged } = spawnPostmaster(places);
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  return until(() => {
    if (failure) return { said: failure.message };
    if (child.exitCode !== null || child.signalCode !== null) return { said: textFrom(logFile, logged) };
    const file = readPidFile(cluster);
    return file && file.pid === child.pid && file.status === "ready" ? { pid: file.pid } : undefined;
  }, slow);
}

function spawnPostmaster({ binaries, cluster, logFile, account }: Places): { child: ChildProcess; logged: number } {
  if (existsSync(logFile) && statSync(logFile).size > largestLogBytes) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, "a", 0o600);
  if (account) fchownSync(log, account.uid, account.gid);
  const logged = statSync(logFile).size;
  const child = spawn(join(binaries, "bin", "postgres"), ["-D", cluster], {
    ...account,
    cwd: "/",
    env: programEnvironment,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  return { child, logged };
}

function textFrom(file: string, byte: number): string {
  return readFileSync(file).subarray(byte).toString().trim();
}
