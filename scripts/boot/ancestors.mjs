import { parentOf, programOf } from "./processes.mjs";

const pollMs = 250;

/**
 * npm does not pass a signal on to what it started, and between us and npm there may be a shell that would outlive it.
 * Calls `gone` once when the npm that started us has ended, however it ended. Started without npm, nobody is watched:
 * a process put into the background must survive its terminal. Returns a function that ends the watch.
 */
export function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const parent = process.ppid;
  const throughShell = process.platform === "linux" && programOf(parent) !== "node";
  const grandparent = throughShell ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === undefined || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    gone();
  }, pollMs);
  timer.unref();
  return () => clearInterval(timer);
}
