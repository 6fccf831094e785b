import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Connection } from "./connection.ts";
import { readPidFile } from "./pid-file.ts";
import { findPlaces } from "./places.ts";
import { isAlive, sendSignal } from "./processes.ts";
import { findRunningPostgres } from "./running.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start.ts";
import { roomyTemporaryFolder } from "./temporary-folder.ts";
import { until } from "./until.ts";

const silent = { info() {}, warn() {}, error() {} };
let folder: string;
let dataDirectory: string;
let started: EmbeddedPostgres[];

beforeEach(() => {
  folder = mkdtempSync(join(roomyTemporaryFolder(), "nmc start test "));
  // mkdtemp closes it to others, and PostgreSQL has an account of its own when root runs the tests.
  chmodSync(folder, 0o755);
  dataDirectory = join(folder, "my data");
  started = [];
});

afterEach(async () => {
  for (const postgres of started) await postgres.stop();
  const left = postmasterPid();
  if (left !== undefined) sendSignal(left, "SIGKILL");
  for (const used of [findPlaces(dataDirectory).sockets, folder]) rmSync(used, { recursive: true });
});

async function start(options: { onExit?: () => void; durable?: boolean } = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDirectory, log: silent, durable: false, ...options });
  started.push(postgres);
  return postgres;
}

const cluster = () => join(dataDirectory, "postgres");
const postmasterPid = () => readPidFile(cluster())?.pid;

async function query(connection: Connection | { connectionString: string }, sql: string): Promise<unknown> {
  const client = new Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** Runs PostgreSQL in a process of its own, which the test may then treat badly. */
async function startInAnotherProcess(): Promise<ChildProcess> {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL("start.ts", import.meta.url).href)};
    await startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)}, log: console, durable: false });
    process.send("ready");
    process.on("disconnect", () => process.exit());`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8", TZ: "Asia/Kolkata" },
  });
  await once(child, "message");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

describe("a new data directory", () => {
  it("becomes a database that is reached by one private socket only", async () => {
    const { url, connection, stop } = await start();
    expect(await query({ connectionString: url }, "select current_database()")).toBe("nevermisscall");
    expect(await query(connection, "show listen_addresses")).toBe("");
    expect(await query(connection, "select datlocale from pg_database where datname = current_database()")).toBe(
      "C.UTF-8",
    );
    expect(statSync(connection.host).mode & 0o777).toBe(0o700);
    await stop();
    expect(postmasterPid()).toBeUndefined();
  });

  it("takes nothing over from the locale and time zone of the machine", async () => {
    const application = await startInAnotherProcess();
    const { connection } = await start();
    expect(await query(connection, "show timezone")).toBe("UTC");
    expect(await query(connection, "show lc_messages")).toBe("C");
    await kill(application);
  });

  it("may have a path far longer than a socket could", async () => {
    dataDirectory = join(folder, "a".repeat(120), "b".repeat(120));
    const { connection } = await start();
    expect(await query(connection, "select 1")).toBe(1);
  });

  it("may hold the remains of a first start that was cut off", async () => {
    mkdirSync(join(dataDirectory, "postgres.new-Xy12Zz", "base"), { recursive: true });
    mkdirSync(cluster());
    await start();
    expect(readdirSync(dataDirectory).filter((name) => name.startsWith("postgres"))).toEqual([
      "postgres",
      "postgres.log",
    ]);
  });
});

/** Making a cluster takes longest, so those tests that need just any share one. */
function withUsedDataDirectory(): void {
  let used: string;
  beforeAll(async () => {
    used = mkdtempSync(join(roomyTemporaryFolder(), "nmc-used-"));
    chmodSync(used, 0o755);
    await (await startEmbeddedPostgres({ dataDirectory: used, log: silent, durable: false })).stop();
  });
  beforeEach(() => {
    execFileSync("cp", ["-a", used, dataDirectory]);
  });
  afterAll(() => rmSync(used, { recursive: true }));
}

describe("a data directory in use before", () => {
  withUsedDataDirectory();

  it("keeps its data", async () => {
    const first = await start();
    await query(first.connection, "create table kept as select 42 as n");
    await first.stop();
    const second = await start();
    expect(await query(second.connection, "select n from kept")).toBe(42);
    await second.stop();
    expect(findRunningPostgres(dataDirectory)).toBeNull();
  });

  it("is taken over running when its application was killed", async () => {
    const application = await startInAnotherProcess();
    const pid = postmasterPid();
    await kill(application);
    expect(findRunningPostgres(dataDirectory)?.database).toBe("nevermisscall");
    const { connection } = await start();
    expect(postmasterPid()).toBe(pid);
    expect(await query(connection, "select 1")).toBe(1);
  });

  it("recovers when application and postmaster were killed", async () => {
    const application = await startInAnotherProcess();
    await kill(application);
    sendSignal(postmasterPid() ?? 0, "SIGKILL");
    const { connection } = await start();
    expect(await query(connection, "select 1")).toBe(1);
  });

  it("starts though its lock file names a process that is somebody else's", async () => {
    writeFileSync(join(cluster(), "postmaster.pid"), `${process.pid}\n${cluster()}\n`);
    const { connection } = await start();
    expect(await query(connection, "select 1")).toBe(1);
  });

  it("fails with PostgreSQL's own words when its configuration is broken", async () => {
    appendFileSync(join(cluster(), "postgresql.conf"), "\nno_such_setting = 1\n");
    await expect(start()).rejects.toThrow(/does not start.*unrecognized configuration parameter "no_such_setting"/s);
  });

  it("fails with a way out when an older PostgreSQL made it", async () => {
    writeFileSync(join(cluster(), "PG_VERSION"), "16\n");
    await expect(start()).rejects.toThrow(/made by PostgreSQL 16.*DATABASE_URL/);
  });

  it("fails with a way out when it is not one", async () => {
    rmSync(join(cluster(), "PG_VERSION"));
    await expect(start()).rejects.toThrow(/is not a PostgreSQL data directory: move it away/);
  });
});

/** False when the connection is broken. */
const write = (line: Client) =>
  line.query("insert into written (words) values (repeat('x', 500))").then(
    () => true,
    () => false,
  );

describe("a postmaster that is killed", () => {
  withUsedDataDirectory();

  it("is replaced, and the data is there", async () => {
    let exits = 0;
    const { connection } = await start({ durable: true, onExit: () => (exits += 1) });
    await query(connection, "create table kept as select 42 as n");
    const killed = postmasterPid() ?? 0;
    sendSignal(killed, "SIGKILL");
    await until(() => {
      const file = readPidFile(cluster());
      return (file && file.pid !== killed && file.status === "ready") || undefined;
    });
    expect(await query(connection, "select n from kept")).toBe(42);
    expect(exits).toBe(1);
    expect(isAlive(killed)).toBe(false);
  });

  it("is back within a second while others write", async () => {
    const { connection } = await start({ durable: true });
    await query(connection, "create table written (n bigserial, words text)");
    let isOver = false;
    const writing = [1, 2, 3, 4].map(async () => {
      while (!isOver) {
        const line = new Client(connection);
        line.on("error", () => undefined);
        await line.connect().catch(() => undefined);
        while (!isOver && (await write(line))) await pause(20);
        await line.end().catch(() => undefined);
        await pause(50);
      }
    });
    const times: number[] = [];
    for (let kill = 0; kill < 5; kill += 1) {
      await pause(500);
      const began = performance.now();
      sendSignal(postmasterPid() ?? 0, "SIGKILL");
      while (!(await query(connection, "select count(*) >= 0 from written").catch(() => false))) await pause(10);
      times.push(performance.now() - began);
    }
    isOver = true;
    await Promise.all(writing);
    // The machine may be busy with something else at one of them.
    expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(1000);
  }, 60_000);

  it("is not replaced any more once PostgreSQL was stopped", async () => {
    let exits = 0;
    const { stop } = await start({ onExit: () => (exits += 1) });
    await stop();
    expect(exits).toBe(0);
    expect(postmasterPid()).toBeUndefined();
  });
});
