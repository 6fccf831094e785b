import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type Launch, launch } from "./launch.ts";
import { livingPostmaster, removeMisleadingLocks } from "./pid-file.ts";
import type { Places } from "./places.ts";
import { isAlive, sendSignal } from "./processes.ts";
import { until } from "./until.ts";

/** A running PostgreSQL: its process and the folder of its socket. */
export type Postmaster = { pid: number; sockets: string };

/**
 * The postmaster of the cluster: the one that runs already (its application may have been killed), else a new one.
 * Resolves when it accepts connections; `say` is told a sentence when that takes its time. Throws with PostgreSQL's own
 * words when it cannot start.
 */
export async function adoptOrStart(places: Places, say: (sentence: string) => void): Promise<Postmaster> {
  const slow = () => say("Waiting for PostgreSQL, which is still starting, stopping or recovering.");
  const { running } = await until(() => settled(places.cluster), slow);
  return running ?? (await start(places, slow));
}

/** Undefined while a running postmaster is still starting or stopping. */
function settled(cluster: string): { running: Postmaster | undefined } | undefined {
  const file = livingPostmaster(cluster);
  if (!file) return { running: undefined };
  return file.status === "ready" && file.sockets ? { running: { pid: file.pid, sockets: file.sockets } } : undefined;
}

/** How long the processes of a killed postmaster may take to notice, before their locks count as a real obstacle. */
const lingeringMs = 10_000;
const lingering = /is still in use|already in use|lock file "[^"]*" already exists/;

async function start(places: Places, slow: () => void): Promise<Postmaster> {
  const deadline = performance.now() + lingeringMs;
  for (;;) {
    removeMisleadingLocks(places.cluster, places.sockets);
    const result: Launch = await launch(places, slow);
    if ("pid" in result) return { pid: result.pid, sockets: places.sockets };
    if (!lingering.test(result.said) || performance.now() > deadline) {
      throw new Error(`PostgreSQL does not start. It says:\n${result.said}`);
    }
    await pause(100);
  }
}

/** Fast: disconnects everybody and writes a checkpoint. Immediate: leaves recovery to the next start. */
const shutdownSteps: { signal: NodeJS.Signals; patienceMs: number }[] = [
  { signal: "SIGINT", patienceMs: 15_000 },
  { signal: "SIGQUIT", patienceMs: 5_000 },
  { signal: "SIGKILL", patienceMs: 5_000 },
];

/**
 * Ends a postmaster, as gently as it lets itself be ended, and removes the folder of its socket:
 * https://www.postgresql.org/docs/18/server-shutdown.html.
 */
export async function endPostmaster(
  { pid, sockets }: { pid: number; sockets: string | undefined },
  { gently = true } = {},
): Promise<void> {
  for (const { signal, patienceMs } of gently ? shutdownSteps : shutdownSteps.slice(1)) {
    if (!isAlive(pid)) break;
    sendSignal(pid, signal);
    const deadline = performance.now() + patienceMs;
    await until(() => !isAlive(pid) || performance.now() > deadline || undefined);
  }
  if (sockets) rmSync(sockets, { recursive: true, force: true });
}
