// What `npm run dev` does: the server, restarted whenever one of its files changes, and the web application with hot
// reloading, until either ends.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const commands = [
  { args: ["--watch", "--watch-preserve-output", "server/src/main.ts"], cwd: root },
  { args: [join(root, "node_modules", "vite", "bin", "vite.js")], cwd: join(root, "web") },
];
const children = commands.map(({ args, cwd }) => spawn(process.execPath, args, { cwd, stdio: "inherit" }));

const stop = () => {
  for (const child of children) child.kill("SIGTERM");
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
process.on("disconnect", stop);
for (const child of children) {
  child.on("exit", (code) => {
    process.exitCode ||= code ?? 0;
    stop();
  });
}
