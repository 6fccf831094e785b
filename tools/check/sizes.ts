import type { SourceFile } from "./source-files.ts";

const MOST_LINES = 400;

/** Files that no longer fit on a few screens. */
export function oversizedFiles(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split("\n").length;
    return lines > MOST_LINES
      ? [`${path} has ${lines} lines: split it by what it is about (${MOST_LINES} at the most).`]
      : [];
  });
}
