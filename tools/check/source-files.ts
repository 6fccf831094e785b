import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** A file of the repository, its path relative to the root with forward slashes. */
export type SourceFile = { path: string; text: string };

/** Every TypeScript and JavaScript file that people write. */
export function sourceFiles(): SourceFile[] {
  return textFiles().filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path) && !isGenerated(path));
}

/** Every text file of the repository, with or without Git: what .gitignore leaves out is left out. */
export function textFiles(): SourceFile[] {
  const ignored = [".git/", ...readFileSync(join(ROOT, ".gitignore"), "utf8").split("\n")].filter(
    (line) => line !== "",
  );
  return filesBelow("", ignored)
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }))
    .filter(({ text }) => !text.includes("\0"));
}

function filesBelow(folder: string, ignored: readonly string[]): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    const isFolder = entry.isDirectory();
    if (ignored.some((pattern) => matches(pattern, path, isFolder))) return [];
    if (isFolder) return filesBelow(path, ignored);
    return entry.isFile() ? [path] : [];
  });
}

/** The part of .gitignore's language that ours uses: names and paths, a star, a slash at the end for folders. */
export function matches(pattern: string, path: string, isFolder: boolean): boolean {
  if (pattern.endsWith("/") && !isFolder) return false;
  return posix.matchesGlob(path, posix.join("**", pattern.replace(/\/$/, "")));
}

function isGenerated(path: string): boolean {
  return path.endsWith("database-types.ts") || path.includes(".generated.");
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/test\/|\/testing\/|\/test-kit\/|\/e2e\//.test(path);
}
