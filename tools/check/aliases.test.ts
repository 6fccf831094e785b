import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readAliases, resolveAlias } from "./aliases.ts";
import { ROOT } from "./source-files.ts";

const ALIASES = readAliases();

it("knows the names of the server's package.json, in the server only", () => {
  expect(resolveAlias("#calls", "server/src/compose.ts", ALIASES)).toBe("server/src/modules/calls/index.ts");
  expect(resolveAlias("#platform/http/route.ts", "server/src/compose.ts", ALIASES)).toBe(
    "server/src/platform/http/route.ts",
  );
  expect(resolveAlias("#calls", "simulator/src/index.ts", ALIASES)).toBeNull();
});

it("knows what the workspaces export, everywhere", () => {
  expect(resolveAlias("@nevermisscall/simulator", "server/src/start/carrier.ts", ALIASES)).toBe(
    "simulator/src/index.ts",
  );
});

it("takes packages for what they are", () => {
  expect(resolveAlias("zod", "server/src/compose.ts", ALIASES)).toBeNull();
});

it("leads to files that are there", () => {
  const missing = ALIASES.filter(({ target }) => !existsSync(join(ROOT, target.replace("/*", ""))));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
