import { expect, it } from "vitest";
import { ambientState } from "./ambient-state.ts";

const said = (text: string, path = "server/src/modules/calls/missed.ts") => ambientState([{ path, text }]);

it.each([
  "const now = Date.now();",
  "const now = new Date();",
  "const now = Date();",
  "const now = Temporal.Now.instant();",
  "const started = performance.now();",
  "const chance = Math.random();",
  "const id = crypto.randomUUID();",
  "const port = process.env.PORT;",
  'const port = process.env["PORT"];',
  "setTimeout(() => undefined, 5);",
  "setInterval(look, 5);",
  'await fetch("https://example.test");',
  'new WebSocket("wss://example.test");',
  'import { request } from "node:https";',
  'import { setTimeout as pause } from "node:timers/promises";',
])("refuses %s", (text) => {
  expect(said(`\n${text}`)).toEqual([expect.stringMatching(/^server\/src\/modules\/calls\/missed\.ts:2 uses /)]);
});

it.each([
  "const then = new Date(0);",
  "const now = scope.now();",
  "const answer = await ports.fetch();",
  "// Date.now() would be wrong here",
  'const text = "Date.now()";',
  "type Clock = { setTimeout(task: () => void): void };",
])("lets pass %s", (text) => {
  expect(said(text)).toEqual([]);
});

it("looks at modules only, and not at their tests", () => {
  expect(said("Date.now();", "server/src/platform/clock.ts")).toEqual([]);
  expect(said("Date.now();", "server/src/modules/calls/missed.test.ts")).toEqual([]);
});
