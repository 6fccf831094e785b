import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Module } from "../../server/src/platform/module.ts";
import { ROOT } from "../check/source-files.ts";
import type { Relation } from "./catalogue.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { mapPage, markdownTable } from "./markdown.ts";

/** What the platform writes itself, for every module. */
const PLATFORM_TABLES = ["events", "event_deliveries", "timers", "audit_logs", "silent_workers"];

/**
 * Every table and view: who owns it, what it is for, its columns.
 * @throws naming each that has no owner, several, or no purpose above its `create` in the migrations.
 */
export function tablesMap(relations: readonly Relation[], modules: readonly Module[]): GeneratedFile {
  const purposes = purposesInMigrations();
  const problems: string[] = [];
  const sections = relations.map((relation) => {
    const owners = ownersOf(relation, modules);
    const purpose = purposes.get(relation.name) ?? factsPurpose(relation);
    if (owners.length !== 1) problems.push(ownerProblem(relation, owners));
    if (purpose === null) problems.push(`${relation.name}: say in a comment above its create table what it is for.`);
    return section(relation, owners.join(), purpose ?? "");
  });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const about = "Every table and view with the module that owns it; nobody else touches its tables.";
  return mapPage("tables", "The tables", about, sections.join("\n\n"));
}

function ownersOf({ name, kind }: Relation, modules: readonly Module[]): string[] {
  const owners = modules.filter((module) => (kind === "table" ? module.tables : (module.facts ?? [])).includes(name));
  return [...owners.map((module) => module.name), ...(PLATFORM_TABLES.includes(name) ? ["platform"] : [])];
}

function ownerProblem({ name, kind }: Relation, owners: readonly string[]): string {
  const list = kind === "table" ? "tables" : "facts";
  return `${name} is in the ${list} of ${owners.join(" and ") || "no module"}: exactly one module owns it.`;
}

function factsPurpose({ name, kind }: Relation): string | null {
  return kind === "view" && name.endsWith("_facts") ? "What other modules may read." : null;
}

function section({ name, kind, columns }: Relation, owner: string, purpose: string): string {
  const rows = columns.map((column) => [
    column.name,
    column.type,
    column.nullable && kind === "table" ? "may be null" : "",
  ]);
  return `## ${name}\n\n${kind === "view" ? "View" : "Table"} of ${owner}. ${purpose}\n\n${markdownTable(["column", "type", ""], rows)}`;
}

const COMMENTED_CREATE = /((?:^--[^\n]*\n)+)create (?:unlogged )?(?:table|view) (\w+)/gm;

/** The comment above each `create table` and `create view`, as one text. */
function purposesInMigrations(): Map<string, string> {
  const folder = join(ROOT, "db/migrations");
  const files = readdirSync(folder).filter((file) => file.endsWith(".up.sql"));
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
  const found = texts.flatMap((text) => [...text.matchAll(COMMENTED_CREATE)]);
  return new Map(
    found.map(([, comment = "", name = ""]) => [name, comment.replaceAll(/^-- ?/gm, "").trim().replaceAll("\n", " ")]),
  );
}
