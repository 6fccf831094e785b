import { parseSync, Visitor } from "oxc-parser";
import { isTest, type SourceFile } from "./source-files.ts";

/** A module with the tables it owns. */
export type Owner = { name: string; tables: readonly string[] };

/** Kysely's methods whose first argument names a table. */
const TABLE_METHODS = [
  "selectFrom",
  "innerJoin",
  "leftJoin",
  "rightJoin",
  "fullJoin",
  "insertInto",
  "updateTable",
  "deleteFrom",
  "mergeInto",
  "using",
];
const IN_SQL = /\b(?:from|join|into|update|truncate|table)\s+(\w+)/gi;

/** Every place where a module touches a table that another module owns; others' facts are views and open to all. */
export function touchedTables(files: readonly SourceFile[], owners: readonly Owner[]): string[] {
  const ownerOf = new Map(owners.flatMap(({ name, tables }) => tables.map((table) => [table, name])));
  return files.flatMap((file) => {
    const module = /^server\/src\/modules\/([\w-]+)\//.exec(file.path)?.[1];
    if (module === undefined || isTest(file.path)) return [];
    return tablesNamed(file).flatMap(({ table, line }) => {
      const owner = ownerOf.get(table);
      if (owner === undefined || owner === module) return [];
      return [`${file.path}:${line} touches ${table} of ${owner}: call it, or read its facts.`];
    });
  });
}

function tablesNamed({ path, text }: SourceFile): { table: string; line: number }[] {
  const found: { table: string; start: number }[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      if (!TABLE_METHODS.includes(callee.property.name) || first?.type !== "Literal") return;
      found.push({ table: String(first.value).split(" ")[0] ?? "", start: first.start });
    },
    TaggedTemplateExpression({ tag, quasi }) {
      if (!text.slice(tag.start, tag.end).startsWith("sql")) return;
      for (const { value, start } of quasi.quasis)
        for (const match of value.raw.matchAll(IN_SQL))
          found.push({ table: match[1] ?? "", start: start + match.index });
    },
  }).visit(parseSync(path, text).program);
  return found.map(({ table, start }) => ({ table, line: text.slice(0, start).split("\n").length }));
}
