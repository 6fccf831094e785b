import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { livingPostmaster, readPidFile, removeMisleadingLocks } from "./pid-file.ts";
import type { Places } from "./places.ts";
import { isAlive } from "./processes.ts";
import { programEnvironment } from "./run-program.ts";

const pollMs = 20;
const largestLogBytes = 10_000_000;

/** A running PostgreSQL: its process and the folder of its socket. */
export type Postmaster = { pid: number; sockets: string };

/** How long the processes of a killed postmaster may take to notice, before their locks count as a real obstacle. */
const lingeringMs = 10_000;
const lingering = /is still in use|already in use|lock file "[^"]*" already exists/;

/**
 * The postmaster of the cluster: the one that runs already (its application may have been killed), else a new one.
 * Resolves when it accepts connections. Throws with PostgreSQL's own words when it cannot start.
 */
export async function adoptOrStart(places: Places): Promise<Postmaster> {
  const running = await settled(places.cluster);
  return running ?? (await start(places));
}

/** Waits while a running postmaster is still starting or stopping. Undefined when none runs. */
async function settled(cluster: string): Promise<Postmaster | undefined> {
  for (;;) {
    const file = livingPostmaster(cluster);
    if (!file) return undefined;
    if (file.status === "ready" && file.sockets) return { pid: file.pid, sockets: file.sockets };
    await pause(pollMs);
  }
}

async function start(places: Places): Promise<Postmaster> {
  const deadline = performance.now() + lingeringMs;
  for (;;) {
    removeMisleadingLocks(places.cluster, places.sockets);
    const attempt = await startOnce(places);
    if (typeof attempt !== "string") return attempt;
    if (!lingering.test(attempt) || performance.now() > deadline) {
      throw new Error(`PostgreSQL does not start. It says:\n${attempt}`);
    }
    await pause(100);
  }
}

/**
 * Starts a postmaster in a session of its own, where neither Ctrl-C nor the end of this process reaches it: the
 * database outlives a killed application. Resolves to what it logged when it ended instead.
 */
async function startOnce({ binaries, cluster, sockets, logFile, account }: Places): Promise<Postmaster | string> {
  if (existsSync(logFile) && statSync(logFile).size > largestLogBytes) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, "a");
  const logged = statSync(logFile).size;
  const child = spawn(join(binaries, "bin", "postgres"), ["-D", cluster], {
    ...account,
    cwd: "/",
    env: programEnvironment,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let failure: Error | undefined;
  child.on("error", (error) => {
    failure = error;
  });
  child.unref();
  for (;;) {
    if (failure) return failure.message;
    if (child.exitCode !== null || child.signalCode !== null)
      return readFileSync(logFile).subarray(logged).toString().trim();
    const file = readPidFile(cluster);
    if (file && file.pid === child.pid && file.status === "ready") return { pid: file.pid, sockets };
    await pause(pollMs);
  }
}

const shutdownSteps: { signal: NodeJS.Signals; patienceMs: number }[] = [
  // Fast: disconnects everybody, writes a checkpoint. Immediate: recovers at the next start.
  { signal: "SIGINT", patienceMs: 15_000 },
  { signal: "SIGQUIT", patienceMs: 5_000 },
  { signal: "SIGKILL", patienceMs: 5_000 },
];

/** Ends a postmaster, as gently as it lets itself be ended: https://www.postgresql.org/docs/18/server-shutdown.html. */
export async function endPostmaster(pid: number, { gently = true } = {}): Promise<void> {
  for (const { signal, patienceMs } of gently ? shutdownSteps : shutdownSteps.slice(1)) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const deadline = performance.now() + patienceMs;
    while (isAlive(pid) && performance.now() < deadline) await pause(pollMs);
  }
}
