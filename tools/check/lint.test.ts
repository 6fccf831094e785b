import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ROOT } from "./source-files.ts";

const folder = mkdtempSync(join(tmpdir(), "nmc-lint-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The rules that a file breaks under this repository's configuration. */
function broken(name: string, text: string): string[] {
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true }, include: ["."] }));
  writeFileSync(join(folder, name), text);
  const options = ["--config", join(ROOT, ".oxlintrc.json"), "--format=unix", join(folder, name)];
  const { stdout } = spawnSync(join(ROOT, "node_modules/.bin/oxlint"), options, { encoding: "utf8" });
  return [...stdout.matchAll(/\((?<rule>[a-z-]+)\)\]$/gm)].map((match) => match.groups?.["rule"] ?? "");
}

it.each([
  ["a promise that nobody waits for", "async function send() {}\nsend();", "no-floating-promises"],
  ["a promise where none is expected", "[1].forEach(async () => {});", "no-misused-promises"],
  [
    "a switch that forgets a case",
    'export const f = (a: "x" | "y") => { switch (a) { case "x": return 1; } return 2; };',
    "switch-exhaustiveness-check",
  ],
  ["any", "export const f = (a: any) => a;", "no-explicit-any"],
  ["a silenced type error", "// @ts-ignore\nexport const a: string = 1;", "ban-ts-comment"],
  ["an assertion that something is there", "export const f = (a?: string) => a!.length;", "no-non-null-assertion"],
  ["a default export", "export default 1;", "no-default-export"],
  ["something unused", "const a = 1;\nexport const b = 2;", "no-unused-vars"],
])("refuses %s", (_what, text, rule) => {
  expect(broken("file.ts", text)).toEqual([rule]);
});

it.each([
  ["a skipped test", "it.skip", "no-disabled-tests"],
  ["a test that runs alone", "it.only", "no-focused-tests"],
])("refuses %s", (_what, call, rule) => {
  const text = `import { expect, it } from "vitest";\n${call}("adds", () => { expect(1 + 1).toBe(2); });`;
  expect(broken("file.test.ts", text)).toEqual([rule]);
});

it("refuses a test that cannot fail", () => {
  expect(broken("file.test.ts", 'import { it } from "vitest";\nit("adds", () => { 1 + 1; });')).toContain(
    "expect-expect",
  );
});

it.each([
  ["a moment without a zone", "create table a (id uuid primary key, seen_at timestamp);", "prefer-timestamp-tz"],
  ["a text of a limited length", "create table a (id uuid primary key, name varchar(20));", "prefer-text-field"],
  ["a column that gets another name", "alter table a rename column seen_at to heard_at;", "renaming-column"],
])("refuses in SQL %s", (_what, text, rule) => {
  writeFileSync(join(folder, "migration.up.sql"), text);
  const options = ["--config", join(ROOT, ".squawk.toml"), "--reporter=gcc", join(folder, "migration.up.sql")];
  const { status, stdout } = spawnSync(join(ROOT, "node_modules/.bin/squawk"), options, { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stdout).toContain(rule);
});
