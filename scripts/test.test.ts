import { afterEach, beforeEach, expect, it } from "vitest";
import { type Clone, makeClone, outcome } from "./boot/test-kit/clone.ts";

let clone: Clone;
const run = (...args: string[]) => outcome(clone.start(process.execPath, ["scripts/test.mjs", ...args]));

beforeEach(() => {
  clone = makeClone({ url: "http://127.0.0.1:9" }, { "": { name: "tiny", scripts: { check: "node check.mjs" } } });
  clone.write("node_modules/vitest/vitest.mjs", "console.log(process.argv.slice(2).join(' ')); process.exitCode = 5;");
  clone.write("check.mjs", "console.log('checked');");
});
afterEach(() => clone.remove());

it("checks, then runs the tests that were named, and ends as they end", async () => {
  expect(await run("server/src", "--bail=1")).toMatchObject({ code: 5, stdout: "checked\nrun server/src --bail=1\n" });
});

it("runs no test when a check fails", async () => {
  clone.write("check.mjs", "process.exitCode = 3;");
  expect(await run()).toMatchObject({ code: 3, stdout: "" });
});

it("runs the tests where there are no checks", async () => {
  clone.write("package.json", { name: "tiny" });
  expect(await run()).toMatchObject({ code: 5, stdout: "run\n" });
});
