import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { z } from "zod";
import { ROOT } from "./source-files.ts";

/** Names that lead to files of this repository: `scope` is the folder in which the name is known. */
export type Aliases = readonly { scope: string; name: string; target: string }[];

const manifest = z.object({
  name: z.string(),
  workspaces: z.array(z.string()).default([]),
  imports: z.record(z.string(), z.string()).default({}),
  exports: z.record(z.string(), z.string()).default({}),
});

/** The names that the workspaces' package.json files declare: `imports` for themselves, `exports` for everybody. */
export function readAliases(): Aliases {
  const read = (folder: string) => manifest.parse(JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8")));
  return read(".").workspaces.flatMap((folder) => {
    const { name, imports, exports } = read(folder);
    return [
      ...Object.entries(imports).map(([own, to]) => ({
        scope: `${folder}/`,
        name: own,
        target: posix.join(folder, to),
      })),
      ...Object.entries(exports).map(([path, to]) => ({
        scope: "",
        name: posix.join(name, path),
        target: posix.join(folder, to),
      })),
    ];
  });
}

/** The file that a name leads to from `from`, null when the name is none of ours. */
export function resolveAlias(specifier: string, from: string, aliases: Aliases): string | null {
  for (const { scope, name, target } of aliases) {
    if (!from.startsWith(scope)) continue;
    if (name === specifier) return target;
    const stem = name.endsWith("*") ? name.slice(0, -1) : null;
    if (stem !== null && specifier.startsWith(stem)) return target.replace("*", specifier.slice(stem.length));
  }
  return null;
}
