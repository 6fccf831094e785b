import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, dirname } from "node:path";
import { watchNpm } from "./ancestors.mjs";
import { root } from "./places.mjs";

const patienceMs = 20_000;

/**
 * Runs a program of this project under `node` and resolves to its exit code. The IPC channel is how it notices our
 * own sudden death; signals are passed on, and the end of npm counts as a request to stop.
 */
export function run(node, entry, args) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` };
  const child = spawn(node, [entry, ...args], { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });

  const stop = (signal) => {
    child.kill(signal);
    setTimeout(() => child.kill("SIGKILL"), patienceMs).unref();
  };
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
  // A terminal sends Ctrl-C to everything in the foreground, so the program already has it.
  process.on("SIGINT", () => process.stdin.isTTY || stop("SIGINT"));
  watchNpm(() => stop("SIGTERM"));

  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
