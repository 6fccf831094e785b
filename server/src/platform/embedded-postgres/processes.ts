import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, statSync } from "node:fs";

const noSuchProcess = (error: unknown) => error instanceof Error && "code" in error && error.code === "ESRCH";

/**
 * Whether a process is there and not a zombie. Only "no such process" proves death: a process of another account
 * answers EPERM and lives. A zombie (dead, but not yet collected by its parent) answers as if alive.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (noSuchProcess(error)) return false;
  }
  return processState(pid) !== "Z";
}

/** Sends a signal to a process that may have ended by itself in the meantime. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!noSuchProcess(error)) throw error;
  }
}

/** The state letter of proc_pid_stat(5) and ps(1), or undefined where it cannot be known. */
function processState(pid: number): string | undefined {
  try {
    if (process.platform !== "linux") return ps(pid, "state").charAt(0);
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.charAt(text.lastIndexOf(")") + 2);
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string {
  return execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim();
}

/**
 * Whether a living process is proven not to be the postmaster of a cluster: another program, another account than the
 * cluster's owner, or another working directory (a postmaster works in its cluster). What cannot be seen proves nothing.
 */
export function isForeign(pid: number, cluster: string): boolean {
  if (process.platform !== "linux") return !ps(pid, "ucomm").startsWith("postgres");
  const known = <T>(look: () => T): T | undefined => {
    try {
      return look();
    } catch {
      return undefined;
    }
  };
  const name = known(() => readFileSync(`/proc/${pid}/comm`, "utf8").trim());
  const owner = known(() => statSync(`/proc/${pid}`).uid);
  const folder = known(() => readlinkSync(`/proc/${pid}/cwd`));
  return (
    (name !== undefined && name !== "postgres") ||
    (owner !== undefined && owner !== statSync(cluster).uid) ||
    (folder !== undefined && folder !== realpathSync(cluster))
  );
}
