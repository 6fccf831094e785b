import { posix } from "node:path";
import { parseSync } from "oxc-parser";
import type { SourceFile } from "./source-files.ts";

/** One import of a file. `typeOnly` ones are erased before the program runs. */
export type Import = { from: string; specifier: string; line: number; typeOnly: boolean; target: string | null };

/** The imports and re-exports of a file; `target` is the path of a relative import. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const { module } = parseSync(path, text);
  const statics = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    specifier: moduleRequest.value,
    start,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const exports = module.staticExports.flatMap(({ entries, start }) =>
    entries.flatMap((entry) =>
      entry.moduleRequest ? [{ specifier: entry.moduleRequest.value, start, typeOnly: entry.isType }] : [],
    ),
  );
  return [...statics, ...exports].map(({ specifier, start, typeOnly }) => ({
    from: path,
    specifier,
    typeOnly,
    line: text.slice(0, start).split("\n").length,
    target: specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : null,
  }));
}
