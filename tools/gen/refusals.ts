import { parseSync, Visitor } from "oxc-parser";
import { type SourceFile, sourceFiles } from "../check/source-files.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { mapPage, markdownTable } from "./markdown.ts";

/** A refusal with the file that declares it. */
type Declared = { code: string; status: string; title: string; path: string };

/**
 * Every refusal, read off the sources: each is declared where it is thrown, and nothing else lists them.
 * @throws when one is not declared with literals, or one code goes with two statuses.
 */
export function refusalsMap(): GeneratedFile {
  const declared = sourceFiles()
    .filter(({ path }) => path.startsWith("server/src/") && !path.endsWith(".test.ts"))
    .flatMap(refusalsOf)
    .toSorted((one, other) => one.code.localeCompare(other.code));
  for (const { code, status, path } of declared) {
    const other = declared.find((one) => one.code === code && one.status !== status);
    if (other !== undefined) throw new Error(`${code} is ${status} in ${path}, but ${other.status} in ${other.path}.`);
  }
  const about =
    "What the server answers when it refuses: problem details (RFC 9457) with a stable `code`. Refusals are declared in each module's `errors.ts`.";
  const rows = declared.map(({ code, status, title, path }) => [code, status, title, path]);
  return mapPage("errors", "The refusals", about, markdownTable(["code", "status", "meaning", "declared in"], rows));
}

function refusalsOf({ path, text }: SourceFile): Declared[] {
  const found: Declared[] = [];
  new Visitor({
    CallExpression({ callee, arguments: given, start, end }) {
      if (callee.type !== "Identifier" || callee.name !== "defineRefusal") return;
      const [code, status, title] = given.map((one) => (one.type === "Literal" ? String(one.value) : null));
      if (code == null || status == null || title == null)
        throw new Error(`${path} declares a refusal that is not all literals: ${text.slice(start, end)}`);
      found.push({ code, status, title, path });
    },
  }).visit(parseSync(path, text).program);
  return found;
}
