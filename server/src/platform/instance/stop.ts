// What `npm run stop` does: ends the application of this clone, and a PostgreSQL that a killed one left behind.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { stopLeftoverPostgres } from "../embedded-postgres/index.ts";
import { runningInstance } from "./claim.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const settings = resolve(root, ".env");
if (existsSync(settings)) process.loadEnvFile(settings);
const dataDirectory = resolve(root, process.env.NMC_DATA_DIR || "data");
const patienceMs = 20_000;

async function stop(): Promise<string> {
  if (!existsSync(dataDirectory)) return "NeverMissCall is not running.";
  const instance = runningInstance(dataDirectory);
  if (!instance) {
    const leftover = await stopLeftoverPostgres(dataDirectory);
    return leftover ? "Stopped the database that was left running." : "NeverMissCall is not running.";
  }
  process.kill(instance.pid, "SIGTERM");
  const deadline = performance.now() + patienceMs;
  while (runningInstance(dataDirectory)) {
    if (performance.now() > deadline) {
      process.exitCode = 1;
      return `NeverMissCall (process ${instance.pid}) is still stopping.`;
    }
    await pause(100);
  }
  return "NeverMissCall has stopped.";
}

process.stderr.write(`${await stop()}\n`);
