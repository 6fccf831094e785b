import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./source-files.ts";

const running = new Set<{ kill(): unknown }>();

/** A program of node_modules/.bin; what it said when it failed, nothing when all is well. */
export function program(name: string, ...args: string[]): Promise<string[]> {
  return complaints(join(ROOT, "node_modules/.bin", name), args);
}

/** One of this repository's own programs, likewise. */
export function script(path: string, ...args: string[]): Promise<string[]> {
  return complaints(process.execPath, [join(ROOT, path), ...args]);
}

/** Ends whatever is still under way. */
export function endPrograms(): void {
  for (const child of running) child.kill();
}

function complaints(command: string, args: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      resolve(code === 0 ? [] : [said.trim() || `${command} ended with ${code}`]);
    });
  });
}
