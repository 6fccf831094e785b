import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";

/** The fields of /proc/<pid>/stat after the name, which may itself hold spaces and brackets: proc_pid_stat(5). */
function statFields(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

/** When the process began, in whatever unit the system has, or undefined when it is dead (or a zombie). */
export function startTime(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    if (process.platform === "linux") {
      const fields = statFields(pid);
      return fields[0] === "Z" ? undefined : fields[19];
    }
    process.kill(pid, 0);
    if (process.platform === "win32") return "alive";
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" })
      .trim()
      .replaceAll(" ", "_");
  } catch (error) {
    return error.code === "EPERM" ? "alive" : undefined;
  }
}

/** The parent of a process, or undefined where the system does not tell. Linux only. */
export function parentOf(pid) {
  try {
    return Number(statFields(pid)[1]);
  } catch {
    return undefined;
  }
}

/** The file name of the program a process runs, or undefined where the system does not tell. Linux only. */
export function programOf(pid) {
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`));
  } catch {
    return undefined;
  }
}
