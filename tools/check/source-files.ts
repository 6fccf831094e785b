import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** A tracked or new file of the repository, its path relative to the root with forward slashes. */
export type SourceFile = { path: string; text: string };

/** Every TypeScript file that git knows or would add, generated ones left out. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "--", "*.ts", "*.tsx"],
    { cwd: ROOT, encoding: "utf8" },
  );
  return listed
    .split("\n")
    .filter((path) => path !== "" && !isGenerated(path) && existsSync(join(ROOT, path)))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

function isGenerated(path: string): boolean {
  return path.endsWith("database-types.ts") || path.includes(".generated.");
}
