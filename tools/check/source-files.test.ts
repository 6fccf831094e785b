import { expect, it } from "vitest";
import { matches, sourceFiles, textFiles } from "./source-files.ts";

it.each([
  ["node_modules/", "node_modules", true],
  ["node_modules/", "tools/codegen/node_modules", true],
  ["web/test-results/", "web/test-results", true],
  ["*.log", "server/start.log", false],
  [".env", ".env", false],
])("%s leaves out %s", (pattern, path, isFolder) => {
  expect(matches(pattern, path, isFolder)).toBe(true);
});

it.each([
  ["node_modules/", "docs/node_modules", false],
  ["data/", "server/src/database", true],
  [".env", ".env.example", false],
  ["*.log", "server/src/log.ts", false],
])("%s keeps %s", (pattern, path, isFolder) => {
  expect(matches(pattern, path, isFolder)).toBe(false);
});

it("finds what people write and leaves out what programs do", () => {
  const sources = sourceFiles().map(({ path }) => path);
  expect(sources).toContain("tools/check/source-files.ts");
  expect(sources).toContain("scripts/boot.mjs");
  expect(sources).not.toContain("server/src/platform/database/database-types.ts");
  const texts = textFiles().map(({ path }) => path);
  expect(texts).toContain(".env.example");
  expect(texts.filter((path) => /node_modules|^\.git\//.test(path))).toEqual([]);
});
