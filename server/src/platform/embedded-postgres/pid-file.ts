import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive, isForeign } from "./processes.ts";

/** What a postmaster writes about itself: src/include/utils/pidfile.h of PostgreSQL. */
export type PidFile = {
  pid: number;
  /** Absent in the first moments. */
  sockets: string | undefined;
  status: "starting" | "ready" | "stopping" | "standby" | undefined;
};

const statuses = ["starting", "ready", "stopping", "standby"] as const;

/** Reads the text of postmaster.pid; undefined when it does not begin with a process id. */
export function parsePidFile(text: string): PidFile | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, sockets: lines[4] || undefined, status: statuses.find((status) => status === lines[7]) };
}

/** The postmaster.pid of a cluster, or undefined when there is none or it is not readable as one. */
export function readPidFile(cluster: string): PidFile | undefined {
  try {
    return parsePidFile(readFileSync(join(cluster, "postmaster.pid"), "utf8"));
  } catch {
    return undefined;
  }
}

/** The living postmaster of the cluster, or undefined. */
export function livingPostmaster(cluster: string): PidFile | undefined {
  const file = readPidFile(cluster);
  return file && isAlive(file.pid) && !isForeign(file.pid, cluster) ? file : undefined;
}

/**
 * Removes lock files whose process id now belongs to somebody else or to a zombie: PostgreSQL only asks whether the
 * process is there and would refuse to start. Whatever is simply dead, PostgreSQL clears away itself; and whether
 * anything still uses the data, its shared memory lock decides in any case.
 */
export function removeMisleadingLocks(cluster: string, sockets: string): void {
  for (const path of [join(cluster, "postmaster.pid"), join(sockets, ".s.PGSQL.5432.lock")]) {
    const pid = pidIn(path);
    if (pid !== undefined && (!isAlive(pid) || isForeign(pid, cluster))) rmSync(path, { force: true });
  }
}

function pidIn(path: string): number | undefined {
  try {
    return parsePidFile(readFileSync(path, "utf8"))?.pid;
  } catch {
    return undefined;
  }
}
