import { once } from "node:events";
import { statSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Clone } from "./test-kit/clone.ts";
import { compiledPart, lockProject, makeProject, packages } from "./test-kit/project.ts";
import { type Registry, startRegistry } from "./test-kit/registry.ts";

let registry: Registry;
let lock: string;
let clone: Clone;

beforeAll(async () => {
  registry = await startRegistry(packages);
  lock = await lockProject(registry);
});
beforeEach(() => {
  clone = makeProject(registry, lock);
});
afterEach(() => clone.remove());
afterAll(() => registry.stop());

const installed = () => ["engine", compiledPart, "vite", "checks"].filter((name) => clone.has(`node_modules/${name}`));
const nowhere = { npm_config_registry: "http://127.0.0.1:9" };

describe("a fresh clone", () => {
  it("gets what a start needs, and nothing the second time", async () => {
    expect(await clone.boot(["prepare", "start"])).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(installed()).toEqual(["engine", compiledPart, "vite"]);
    expect(await clone.boot(["prepare", "start"], { env: nowhere })).toMatchObject({ code: 0, stderr: "" });
  });

  it("gets everything for the tests, though production and blocked scripts are asked for", async () => {
    const env = { NODE_ENV: "production", npm_config_ignore_scripts: "true", npm_config_omit: "optional" };
    expect(await clone.boot(["prepare", "test"], { env })).toMatchObject({ code: 0 });
    expect(installed()).toEqual(["engine", compiledPart, "vite", "checks"]);
    expect(clone.has("node_modules/checks/ran")).toBe(false);
  });

  it("is prepared once when two ask at the same time", async () => {
    registry.fetched.length = 0;
    const both = await Promise.all([clone.boot(["prepare", "start"]), clone.boot(["prepare", "start"])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(registry.fetched.toSorted()).toEqual(["engine", compiledPart, "vite"]);
  });

  it("is prepared though a killed start left its lock behind", async () => {
    clone.write(".runtime/preparing", "999999999 1");
    expect(await clone.boot(["prepare", "start"])).toMatchObject({ code: 0 });
    expect(clone.has(".runtime/preparing")).toBe(false);
  });
});

describe("a prepared clone", () => {
  it("is added to for the tests, and a later start takes nothing away", async () => {
    await clone.boot(["prepare", "start"]);
    const before = statSync(clone.path("node_modules/engine/index.js")).ino;
    await clone.boot(["prepare", "test"]);
    expect(installed()).toEqual(["engine", compiledPart, "vite", "checks"]);
    expect(statSync(clone.path("node_modules/engine/index.js")).ino).toBe(before);
    await clone.boot(["prepare", "start"], { env: nowhere });
    expect(installed()).toContain("checks");
  });

  it("is brought up to date when the lock file changed, at the level it had", async () => {
    await clone.boot(["prepare", "test"]);
    clone.write("package-lock.json", `${lock}\n`);
    expect(await clone.boot(["prepare", "start"])).toMatchObject({ code: 0 });
    expect(installed()).toContain("checks");
    expect(await clone.boot(["prepare", "test"], { env: nowhere })).toMatchObject({ code: 0 });
  });

  it("stays as it is when it cannot be brought up to date", async () => {
    await clone.boot(["prepare", "test"]);
    clone.write("package-lock.json", lock.replaceAll('"1.0.0"', '"1.0.1"'));
    expect(await clone.boot(["prepare", "start"], { env: nowhere })).toMatchObject({ code: 1 });
    expect(installed()).toEqual(["engine", compiledPart, "vite", "checks"]);
    clone.write("package-lock.json", lock);
    expect(await clone.boot(["prepare", "test"], { env: nowhere })).toMatchObject({ code: 0 });
  });

  it("loses nothing that was installed by hand", async () => {
    await clone.boot(["prepare", "test"]);
    clone.delete("node_modules/.nevermisscall.json");
    await clone.boot(["prepare", "start"]);
    expect(installed()).toContain("checks");
  });

  it.each([
    ["an installation was cut off", () => clone.write(".runtime/unfinished-installation", "")],
    [
      "it was made on another platform",
      () => clone.write("node_modules/.nevermisscall.json", { platform: "plan9-mips", lock: "", level: "start" }),
    ],
  ])("is made anew after %s", async (_, happen) => {
    await clone.boot(["prepare", "start"]);
    clone.write("node_modules/engine/index.js", "half of it");
    happen();
    expect(await clone.boot(["prepare", "start"])).toMatchObject({ code: 0 });
    expect(clone.read("node_modules/engine/index.js")).toBe("");
  });
});

describe("a registry", () => {
  it("that cannot be reached is named within ten seconds", async () => {
    const { code, stderr, seconds } = await clone.boot(["prepare", "start"], { env: nowhere });
    expect(code).toBe(1);
    expect(stderr).toBe(
      'The package registry 127.0.0.1:9 cannot be reached (ECONNREFUSED): check the network, or set a proxy with "npm config set proxy", and try again.\n',
    );
    expect(seconds).toBeLessThan(10);
  });

  it("that accepts a connection and then says nothing is named within ten seconds", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const env = { npm_config_registry: `http://127.0.0.1:${port}` };
    const { code, stderr, seconds } = await clone.boot(["prepare", "start"], { env });
    silent.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`The package registry 127.0.0.1:${port} cannot be reached (no answer)`);
    expect(seconds).toBeLessThan(10);
  });

  it("is not needed for what is in npm's cache", async () => {
    await clone.boot(["prepare", "start"]);
    clone.delete("node_modules");
    expect(await clone.boot(["prepare", "start"], { env: nowhere })).toMatchObject({ code: 0 });
    expect(installed()).toEqual(["engine", compiledPart, "vite"]);
  });

  it("that does not deliver a compiled part is found out, and the next try mends it", async () => {
    registry.refused.add(compiledPart);
    const { code, stderr } = await clone.boot(["prepare", "start"]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `npm left out node_modules/${compiledPart}, probably because the registry did not answer: try again.\n`,
    });
    registry.refused.delete(compiledPart);
    expect(await clone.boot(["prepare", "start"])).toMatchObject({ code: 0 });
  });
});

describe("the web application", () => {
  beforeEach(() => clone.write("web/vite.config.ts", ""));

  it("is left alone while it has no page", async () => {
    expect(await clone.boot(["prepare", "start"])).toMatchObject({ code: 0 });
    expect(clone.has("web/dist")).toBe(false);
  });

  it("is built once for each state of its sources", async () => {
    clone.write("web/index.html", "blue");
    await clone.boot(["prepare", "start"]);
    const first = statSync(clone.path("web/dist")).ino;
    await clone.boot(["prepare", "start"]);
    expect(statSync(clone.path("web/dist")).ino).toBe(first);
    clone.write("web/index.html", "green");
    await clone.boot(["prepare", "start"]);
    expect(clone.read("web/dist/index.html")).toBe("green");
  });

  it("says what is wrong with it, and the one built before stays", async () => {
    clone.write("web/index.html", "blue");
    await clone.boot(["prepare", "start"]);
    clone.write("web/index.html", "broken");
    const { code, stderr } = await clone.boot(["prepare", "start"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The web application could not be built.*broken is not a colour/s);
    expect(clone.read("web/dist/index.html")).toBe("blue");
  });

  it("is not built for the command line", async () => {
    clone.write("web/index.html", "broken");
    expect(await clone.boot(["prepare", "cli"])).toMatchObject({ code: 0 });
  });
});
