import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claimInstance, runningInstance } from "./claim.ts";

const url = "http://localhost:3000";
let folder: string;
let other: ChildProcess | undefined;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "nmc-claim-")), "data");
});
afterEach(() => {
  other?.kill("SIGKILL");
  other = undefined;
  rmSync(join(folder, ".."), { recursive: true });
});

/** Claims the folder from another process, which keeps it until it is killed. */
async function claimElsewhere(): Promise<ChildProcess> {
  const script = `
    import { claimInstance } from ${JSON.stringify(new URL("claim.ts", import.meta.url).href)};
    claimInstance(${JSON.stringify(folder)}).announce(${JSON.stringify(url)});
    process.send("claimed");
    setInterval(() => {}, 1000);`;
  other = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(other, "message");
  return other;
}

it("refuses a second instance and says where the first one is", async () => {
  const { pid } = await claimElsewhere();
  expect(() => claimInstance(folder)).toThrow(
    expect.objectContaining({ message: `NeverMissCall is already running at ${url}.`, exitCode: 3 }),
  );
  expect(runningInstance(folder)).toEqual({ pid, url });
});

it("refuses a second one while the first has no address yet", () => {
  const claim = claimInstance(folder);
  expect(() => claimInstance(folder)).toThrow("NeverMissCall is already running.");
  claim.release();
});

it("ends with the process, however that ends", async () => {
  const killed = await claimElsewhere();
  killed.kill("SIGKILL");
  await once(killed, "exit");
  expect(runningInstance(folder)).toBeUndefined();
  claimInstance(folder).release();
});

it("ends with its release, and leaves no note behind", () => {
  const claim = claimInstance(folder);
  claim.announce(url);
  claim.release();
  expect(existsSync(join(folder, "instance.json"))).toBe(false);
  claimInstance(folder).release();
});

it("is of one data directory only", async () => {
  const { pid } = await claimElsewhere();
  const claim = claimInstance(`${folder}-of-another-clone`);
  expect(runningInstance(folder)?.pid).toBe(pid);
  claim.release();
});
