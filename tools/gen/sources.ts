import type { Relation } from "./catalogue.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { mapPage, markdownTable } from "./markdown.ts";
import { SOURCE_TABLES, type SourceTable } from "./source-names.ts";
import { COLUMN_PLACES, type Place, TABLE_PLACES } from "./source-places.ts";

/**
 * Where every table and column that the source documents name lives.
 * @throws naming each one that lives nowhere without a reason, and each reason that is not needed or leads nowhere.
 */
export function sourcesMap(relations: readonly Relation[]): GeneratedFile {
  const live = new Set(
    relations.flatMap(({ name, columns }) => [name, ...columns.map((column) => `${name}.${column.name}`)]),
  );
  const problems = [...homeless(live), ...placesThatAreNot(live), ...needless(live)];
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const documents = [...new Set(SOURCE_TABLES.map(({ document }) => document))];
  const sections = documents.map((document) => `## ${document}\n\n${tablesOf(document).map(section).join("\n\n")}`);
  const about =
    "The documents that this product is built from name tables and columns; this is where each of them lives. What is not listed under a table has the documents' name.";
  return mapPage("sources", "The sources' names", about, sections.join("\n\n"));
}

const tablesOf = (document: string) => SOURCE_TABLES.filter((table) => table.document === document);
const columnsOf = ({ columns }: SourceTable) => columns.split(" ").filter((column) => column !== "");

/** The table's name here, null when it comes later. */
function tableHere(table: string): string | null {
  const place = TABLE_PLACES[table] ?? table;
  return typeof place === "string" ? place : null;
}

function homeless(live: ReadonlySet<string>): string[] {
  return SOURCE_TABLES.flatMap((source) => {
    const here = tableHere(source.table);
    if (here !== null && !live.has(here)) return [`${source.table} lives nowhere: name its place in source-places.ts.`];
    return columnsOf(source)
      .map((column) => `${source.table}.${column}`)
      .filter((name) => COLUMN_PLACES[name] === undefined && !live.has(sameName(name)))
      .map((name) => `${name} (${source.document}) lives nowhere: name its place in source-places.ts.`);
  });
}

/** `settings.ai_enabled` is `business_settings.ai_enabled` here. */
function sameName(name: string): string {
  const [table = "", column = ""] = name.split(".");
  return `${tableHere(table)}.${column}`;
}

function placesThatAreNot(live: ReadonlySet<string>): string[] {
  return Object.entries(COLUMN_PLACES).flatMap(([name, place]) =>
    "at" in place
      ? place.at.filter((one) => !live.has(one)).map((one) => `${name} is said to live in ${one}, which is not there.`)
      : [],
  );
}

function needless(live: ReadonlySet<string>): string[] {
  const named = new Set(
    SOURCE_TABLES.flatMap((source) => columnsOf(source).map((column) => `${source.table}.${column}`)),
  );
  return Object.keys(COLUMN_PLACES).flatMap((name) => {
    if (!named.has(name)) return [`${name} has a place in source-places.ts, but no document names it.`];
    return live.has(sameName(name)) ? [`${name} lives under its own name: it needs no other place.`] : [];
  });
}

function section(source: SourceTable): string {
  const { table } = source;
  const place = TABLE_PLACES[table];
  const head = `### ${table}\n\n`;
  if (typeof place === "object") return `${head}${place.later}`;
  const moved = columnsOf(source).flatMap((column) => {
    const there = COLUMN_PLACES[`${table}.${column}`];
    return there === undefined ? [] : [[column, where(there), why(there)]];
  });
  const same = columnsOf(source).length - moved.length;
  const about =
    columnsOf(source).length === 0
      ? `In ${link(place ?? table)}.`
      : `In ${link(place ?? table)}; ${same} of ${columnsOf(source).length} columns under their own names.`;
  return moved.length === 0
    ? head + about
    : `${head}${about}\n\n${markdownTable(["column", "lives in", "because"], moved)}`;
}

const link = (table: string) => `[${table}](tables.md#${table})`;

function where(place: Place): string {
  if ("at" in place) return place.at.map((one) => `\`${one}\``).join(", ");
  return "later" in place ? "later" : "nowhere";
}

function why(place: Place): string {
  if ("at" in place) return place.why;
  return "later" in place ? place.later : place.leftOut;
}
