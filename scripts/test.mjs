// What `npm test` does: the checks, then the tests. Runs under the Node.js that scripts/boot.mjs chose.
import { spawn } from "node:child_process";

let current;

function step(program, args) {
  return new Promise((resolve, reject) => {
    current = spawn(program, args, { stdio: "inherit" });
    current.on("error", reject);
    current.on("exit", (code) => resolve(code ?? 1));
  });
}

process.on("disconnect", () => current?.kill("SIGTERM"));
process.channel?.unref();
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => current?.kill(signal));
process.on("SIGINT", () => {});

const checked = await step("npm", ["run", "--silent", "--if-present", "check"]);
process.exitCode =
  checked || (await step(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)]));
