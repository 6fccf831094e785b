import { spawn } from "node:child_process";

const running = new Set();

/**
 * Runs a program quietly to its end and returns `{ code, output }` with stdout and stderr together.
 * It is never given an input, so it can never ask a question.
 */
export function runQuietly(command, args, { cwd, env = process.env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        output += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? 1, signal, output });
    });
  });
}

/** Ends whatever `runQuietly` still has under way. */
export function endQuietChildren() {
  for (const child of running) child.kill("SIGTERM");
}
