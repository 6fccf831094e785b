import { posix } from "node:path";
import { type EcmaScriptModule, parseSync } from "oxc-parser";
import type { Aliases } from "./aliases.ts";
import { resolveAlias } from "./aliases.ts";
import type { SourceFile } from "./source-files.ts";

/** One import or re-export of a file. */
export type Import = {
  from: string;
  specifier: string;
  line: number;
  /** Whether it is there while the program loads: neither erased with the types nor put off until it is called. */
  atLoad: boolean;
  /** The file of this repository that it leads to, null for packages and Node.js. */
  target: string | null;
};

/** The imports and re-exports of a file in the order in which they stand. */
export function importsOf({ path, text }: SourceFile, aliases: Aliases): Import[] {
  const { module } = parseSync(path, text);
  return [...staticImports(module), ...reExports(module), ...dynamicImports(module, text)].map(
    ({ specifier, start, atLoad }) => ({
      from: path,
      specifier,
      atLoad,
      line: text.slice(0, start).split("\n").length,
      target: specifier.startsWith(".")
        ? posix.join(posix.dirname(path), specifier)
        : resolveAlias(specifier, path, aliases),
    }),
  );
}

type Found = { specifier: string; start: number; atLoad: boolean };

function staticImports(module: EcmaScriptModule): Found[] {
  return module.staticImports.map(({ moduleRequest, entries, start }) => ({
    specifier: moduleRequest.value,
    start,
    atLoad: entries.length === 0 || entries.some((entry) => !entry.isType),
  }));
}

function reExports(module: EcmaScriptModule): Found[] {
  return module.staticExports.flatMap(({ entries, start }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [{ specifier: moduleRequest.value, start, atLoad: !isType }],
    ),
  );
}

/** `import("./x.ts")`; what is computed at run time cannot be known here. */
function dynamicImports(module: EcmaScriptModule, text: string): Found[] {
  return module.dynamicImports.flatMap(({ moduleRequest, start }) => {
    const literal = /^(["'`])([^"'`$]+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2];
    return literal === undefined ? [] : [{ specifier: literal, start, atLoad: false }];
  });
}
