import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Clone, outcome } from "./test-kit/clone.ts";
import { lockProject, makeProject, packages } from "./test-kit/project.ts";
import { type Registry, startRegistry } from "./test-kit/registry.ts";

const stopRequest = new URL("../../server/src/platform/instance/stop-request.ts", import.meta.url).href;

/** Stops cleanly when asked to, as the server does, and keeps a diary, since its output may have nowhere to go. */
const application = `
  import { appendFileSync } from "node:fs";
  import { onStopRequest } from ${JSON.stringify(stopRequest)};
  const note = (line) => appendFileSync("diary", line + "\\n");
  const life = setInterval(() => {}, 1000);
  onStopRequest((reason) => {
    note("asked: " + reason);
    setTimeout(() => { clearInterval(life); note("ended"); }, 300);
  });
  note("started " + process.pid);`;

let registry: Registry;
let clone: Clone;

beforeAll(async () => {
  registry = await startRegistry(packages);
  const lock = await lockProject(registry);
  clone = makeProject(registry, lock);
  clone.write("application.mjs", application);
  const manifest = JSON.parse(clone.read("package.json"));
  const command = "node scripts/boot.mjs run --for=cli application.mjs";
  clone.write("package.json", { ...manifest, scripts: { application: command, "in-a-shell": `${command}; exit $?` } });
  await clone.boot(["prepare", "cli"]);
});
afterEach(() => {
  if (clone.has("diary")) clone.delete("diary");
});
afterAll(async () => {
  clone.remove();
  await registry.stop();
});

const diary = () => (clone.has("diary") ? clone.read("diary").trimEnd().split("\n") : []);

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(20);
}

const startBoot = () => clone.start(process.execPath, ["scripts/boot.mjs", "run", "--for=cli", "application.mjs"]);
const started = () => until(() => diary().length > 0);
const ended = () => until(() => diary().includes("ended"));

describe("a program that is run", () => {
  it("gets its arguments, has the output to itself, and its exit code is passed on", async () => {
    clone.write("echo.mjs", `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7;`);
    const result = await clone.boot(["run", "--for=cli", "echo.mjs", "--for=me", "two words", ""]);
    expect(result).toMatchObject({ code: 7, stdout: '["--for=me","two words",""]\n', stderr: "" });
  });

  it("that a signal killed has the exit code that a shell would report", async () => {
    clone.write("fall.mjs", `process.kill(process.pid, "SIGKILL");`);
    expect(await clone.boot(["run", "--for=cli", "fall.mjs"])).toMatchObject({ code: 128 + 9 });
  });

  it.each(["SIGTERM", "SIGHUP", "SIGINT"] as const)("is passed %s, and its clean end is awaited", async (signal) => {
    const boot = startBoot();
    await started();
    boot.kill(signal);
    expect(await outcome(boot)).toMatchObject({ code: 0 });
    expect(diary().slice(1)).toEqual([`asked: ${signal}`, "ended"]);
  });

  it("ends when the boot script is killed", async () => {
    const boot = startBoot();
    await started();
    boot.kill("SIGKILL");
    await ended();
    expect(diary()[1]).toBe("asked: the starting process is gone");
  });
});

describe.runIf(existsSync("/proc"))("npm", () => {
  const startNpm = (script: string) => clone.start("npm", ["run", script], { detached: true, stdio: "ignore" });

  it.each([
    ["application", "SIGTERM"],
    ["application", "SIGKILL"],
    ["in-a-shell", "SIGTERM"],
    ["in-a-shell", "SIGKILL"],
  ] as const)("that runs '%s' and gets %s takes the program with it", async (script, signal) => {
    const npm = startNpm(script);
    await started();
    npm.kill(signal);
    await ended();
    expect(diary()).toHaveLength(3);
  });
});

describe.runIf(process.platform === "linux" && existsSync("/usr/bin/script"))("a terminal", () => {
  const openTerminal = (): ChildProcess =>
    clone.start("script", ["--quiet", "--flush", "--command", "npm run application", "/dev/null"], {
      stdio: ["pipe", "ignore", "ignore"],
    });

  it("in which Ctrl-C is pressed, and once more from impatience, ends the program cleanly once", async () => {
    const terminal = openTerminal();
    await started();
    terminal.stdin?.write("\x03");
    await until(() => diary().length > 1);
    terminal.stdin?.write("\x03");
    await outcome(terminal);
    expect(diary().slice(1)).toEqual(["asked: SIGINT", "ended"]);
  });

  it("that is closed ends the program cleanly", async () => {
    const terminal = openTerminal();
    await started();
    terminal.kill("SIGKILL");
    await ended();
    expect(diary()[1]).toBe("asked: SIGHUP");
  });
});

describe("preparing", () => {
  /** Whether no npm works for this clone any more. */
  const isDeserted = () => !readdirSync("/proc").some((pid) => /^\d+$/.test(pid) && isOurNpm(pid));

  function isOurNpm(pid: string): boolean {
    try {
      const [command, environment] = ["cmdline", "environ"].map((file) => readFileSync(`/proc/${pid}/${file}`, "utf8"));
      return Boolean(command?.includes("--workspace=server") && environment?.includes(clone.folder));
    } catch {
      return false;
    }
  }

  it.runIf(existsSync("/proc"))("can be broken off at any time, and is made up for by the next start", async () => {
    clone.delete("node_modules");
    clone.delete("npm-cache");
    registry.withheld.add("engine");
    const boot = startBoot();
    await until(() => registry.fetched.includes("engine") && !isDeserted());
    boot.kill("SIGTERM");
    expect(await outcome(boot)).toMatchObject({ code: 128 + 15 });
    await until(isDeserted);
    registry.withheld.clear();
    expect(await clone.boot(["prepare", "cli"])).toMatchObject({ code: 0 });
  });
});

describe("a command that makes no sense", () => {
  it.each(["", "prepare", "prepare everything", "run", "run --for=fun x.mjs", "stop now"])(
    "(%j) is answered with the usage",
    async (command) => {
      const { code, stderr } = await clone.boot(command.split(" ").filter(Boolean));
      expect(code).toBe(64);
      expect(stderr).toMatch(/^Usage:/);
    },
  );
});
