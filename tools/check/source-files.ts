import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** A tracked or new file of the repository, its path relative to the root with forward slashes. */
export type SourceFile = { path: string; text: string };

/** Every TypeScript and JavaScript file that people write: known to git or about to be. */
export function sourceFiles(): SourceFile[] {
  return filesOfGit(["*.ts", "*.tsx", "*.mjs"]).filter(({ path }) => !isGenerated(path));
}

/** Every text file that git knows or would add. */
export function textFiles(): SourceFile[] {
  return filesOfGit([]).filter(({ text }) => !text.includes("\0"));
}

function filesOfGit(patterns: readonly string[]): SourceFile[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...patterns],
    { cwd: ROOT, encoding: "utf8" },
  );
  return listed
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(ROOT, path)))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

function isGenerated(path: string): boolean {
  return path.endsWith("database-types.ts") || path.includes(".generated.");
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/test\/|\/testing\/|\/test-kit\/|\/e2e\//.test(path);
}
