import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../check/source-files.ts";

/** A file that is written by a program, with its path from the root. */
export type GeneratedFile = { path: string; text: string };

export function write({ path, text }: GeneratedFile): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
}

/** Whether the file on disk is what would be written now. */
export function isFresh({ path, text }: GeneratedFile): boolean {
  try {
    return readFileSync(join(ROOT, path), "utf8") === text;
  } catch {
    return false;
  }
}
