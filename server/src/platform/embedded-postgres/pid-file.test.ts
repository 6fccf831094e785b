import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { livingPostmaster, parsePidFile, removeMisleadingLocks } from "./pid-file.ts";
import { isAlive } from "./processes.ts";
import { until } from "./until.ts";

const complete =
  "4711\n/srv/data/postgres\n1790000000\n5432\n/tmp/nmc-1000-0123456789\n\n  5432001     32768\nready   \n";

describe("the text of postmaster.pid", () => {
  it("tells process, socket folder and status", () => {
    expect(parsePidFile(complete)).toEqual({ pid: 4711, sockets: "/tmp/nmc-1000-0123456789", status: "ready" });
  });

  it("may hold little in the first moments", () => {
    expect(parsePidFile("4711\n/srv/data/postgres\n")).toEqual({ pid: 4711, sockets: undefined, status: undefined });
  });

  it.each(["", "\n", "garbage\n", "-5\n", "0\n"])("is nothing when it is %j", (text) => {
    expect(parsePidFile(text)).toBeUndefined();
  });
});

describe("a lock file whose process is not the postmaster", () => {
  let cluster: string;
  const pidFile = () => join(cluster, "postmaster.pid");

  beforeEach(() => {
    cluster = mkdtempSync(join(tmpdir(), "nmc-locks-"));
  });
  afterEach(() => rmSync(cluster, { recursive: true }));

  it("is removed when the number belongs to another program now", () => {
    writeFileSync(pidFile(), complete.replace("4711", String(process.pid)));
    expect(livingPostmaster(cluster)).toBeUndefined();
    removeMisleadingLocks(cluster, cluster);
    expect(existsSync(pidFile())).toBe(false);
  });

  it.runIf(process.platform === "linux")("is removed when the process is a zombie", async () => {
    // The shell becomes a program that never collects its child.
    const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
    const [printed] = await once(parent.stdout, "data");
    const zombie = Number(printed);
    await until(() => !isAlive(zombie) || undefined);
    expect(() => process.kill(zombie, 0)).not.toThrow();
    writeFileSync(pidFile(), complete.replace("4711", String(zombie)));
    removeMisleadingLocks(cluster, cluster);
    expect(existsSync(pidFile())).toBe(false);
    parent.kill();
  });
});
