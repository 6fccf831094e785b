import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { livingPostmaster } from "../embedded-postgres/pid-file.ts";
import { runningInstance } from "./claim.ts";

let dataDirectory: string;

beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), "nmc-stop-"));
  chmodSync(dataDirectory, 0o755);
});
afterEach(() => rmSync(dataDirectory, { recursive: true }));

/** What `npm run stop` says. */
async function stop(): Promise<string> {
  const program = fileURLToPath(new URL("stop.ts", import.meta.url));
  const { stderr } = await promisify(execFile)(process.execPath, [program], {
    env: { ...process.env, NMC_DATA_DIR: dataDirectory },
  });
  return stderr.trim();
}

/** An application with as much of the real one as stopping needs. */
async function startApplication(): Promise<ChildProcess> {
  const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const script = `
    import { startEmbeddedPostgres } from ${module("../embedded-postgres/index.ts")};
    import { claimInstance, onStopRequest } from ${module("index.ts")};
    const dataDirectory = ${JSON.stringify(dataDirectory)};
    const claim = claimInstance(dataDirectory);
    const postgres = await startEmbeddedPostgres({ dataDirectory, log: console, durable: false });
    onStopRequest(() => postgres.stop().then(() => claim.release()).then(() => process.exit()));
    process.send("running");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await once(child, "message");
  return child;
}

const postmaster = () => livingPostmaster(join(dataDirectory, "postgres"));

it("has nothing to do where nothing runs", async () => {
  expect(await stop()).toBe("NeverMissCall is not running.");
});

it("ends the application and waits until it has ended", async () => {
  await startApplication();
  expect(await stop()).toBe("NeverMissCall has stopped.");
  expect(runningInstance(dataDirectory)).toBeUndefined();
  expect(postmaster()).toBeUndefined();
});

it("ends the database that a killed application left running", async () => {
  const application = await startApplication();
  application.kill("SIGKILL");
  await once(application, "exit");
  expect(postmaster()).toBeDefined();
  expect(await stop()).toBe("Stopped the database that was left running.");
  expect(postmaster()).toBeUndefined();
});
