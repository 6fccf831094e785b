import type { SourceFile } from "./source-files.ts";

/** Folders of one person's machine; what stands after them is nobody else's. */
const MACHINE_PATH = /(?<![\w.$}/-])(\/(?:home|Users|work|root|mnt|opt)\/[\w.-]+|[A-Z]:\\Users\\[\w.-]+)/;

/** A tracked file that works only here: a path of one machine, or a lock file that insists on one registry. */
export function unportable(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const place = MACHINE_PATH.exec(line)?.[1];
      if (place !== undefined) return [`${path}:${index + 1} names ${place}, a place of one machine.`];
      const pinned = path.endsWith("package-lock.json") && /"resolved": "https?:/.test(line);
      return pinned ? [`${path}:${index + 1} names a registry: packages come from npm's own settings.`] : [];
    }),
  );
}
