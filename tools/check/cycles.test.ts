import { expect, it } from "vitest";
import { findCycles } from "./cycles.ts";
import { importsOf } from "./imports.ts";

const ALIASES = [{ scope: "", name: "#calls", target: "calls/index.ts" }];

function cyclesOf(files: Record<string, string>): string[] {
  return findCycles(Object.entries(files).flatMap(([path, text]) => importsOf({ path, text }, ALIASES)));
}

it("finds a cycle through several files", () => {
  const files = {
    "a.ts": 'import "./b.ts";',
    "b.ts": 'export * from "./c.ts";',
    "c.ts": 'import { a } from "./a.ts";',
  };
  expect(cyclesOf(files)).toEqual(["Import cycle: a.ts -> b.ts -> c.ts -> a.ts"]);
});

it("finds a cycle that goes through a name", () => {
  const files = { "calls/index.ts": 'import { a } from "../a.ts";', "a.ts": 'import { calls } from "#calls";' };
  expect(cyclesOf(files)).toEqual(["Import cycle: calls/index.ts -> a.ts -> calls/index.ts"]);
});

it("finds a file that imports itself", () => {
  expect(cyclesOf({ "a.ts": 'import { a } from "./a.ts";' })).toEqual(["Import cycle: a.ts -> a.ts"]);
});

it.each([
  ["types are erased", 'import type { B } from "./b.ts";'],
  ["types are erased one by one", 'import { type B } from "./b.ts";'],
  ["what is imported when it is called is loaded by then", 'const b = () => import("./b.ts");'],
])("lets pass: %s", (_why, text) => {
  expect(cyclesOf({ "a.ts": text, "b.ts": 'import { a } from "./a.ts";' })).toEqual([]);
});

it("takes two ways to one file for what they are", () => {
  const files = { "a.ts": 'import "./b.ts"; import "./c.ts";', "b.ts": 'import "./d.ts";', "c.ts": 'import "./d.ts";' };
  expect(cyclesOf(files)).toEqual([]);
});
