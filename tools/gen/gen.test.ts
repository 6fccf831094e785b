import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readConfiguration } from "../../server/src/platform/config/configuration.ts";
import { defineEvent, on } from "../../server/src/platform/events.ts";
import { defineModule } from "../../server/src/platform/module.ts";
import type { Relation } from "./catalogue.ts";
import { configurationFiles } from "./configuration.ts";
import { maps } from "./maps.ts";
import { markdownTable } from "./markdown.ts";
import { refusalsMap } from "./refusals.ts";
import { SOURCE_TABLES } from "./source-names.ts";
import { COLUMN_PLACES, TABLE_PLACES } from "./source-places.ts";
import { sourcesMap } from "./sources.ts";
import { tablesMap } from "./tables.ts";

describe("where the sources' names live", () => {
  const places = Object.values(COLUMN_PLACES).flatMap((place) => ("at" in place ? place.at : []));
  const sameNames = SOURCE_TABLES.flatMap(({ table, columns }) => {
    const here = TABLE_PLACES[table] ?? table;
    return typeof here === "string"
      ? columns.split(" ").flatMap((column) => (COLUMN_PLACES[`${table}.${column}`] ? [] : [`${here}.${column}`]))
      : [];
  });
  /** A schema that has just what the documents need. */
  const schema = (without?: string, besides: string[] = []): Relation[] => {
    const columns = [...new Set([...places, ...sameNames, ...besides])].filter((name) => name !== without);
    const byTable = Map.groupBy(columns, (name) => name.split(".")[0] ?? "");
    return [...byTable].map(([name, own]) => ({
      name,
      kind: "table",
      columns: own.map((column) => ({ name: column.split(".")[1] ?? "", type: "text", nullable: true })),
    }));
  };

  it("is a page when everything lives somewhere", () => {
    const { text } = sourcesMap(schema(undefined));
    expect(text).toContain("| start_time | `calls.started_at` |");
    expect(text).toContain("Comes with the part that charges businesses");
  });

  it.each([
    ["calls.customer_phone", "calls.customer_phone (Database Migration Order - Phase 1) lives nowhere"],
    ["calls.started_at", "calls.start_time is said to live in calls.started_at, which is not there."],
  ])("fails when %s is gone", (column, sentence) => {
    expect(() => sourcesMap(schema(column))).toThrow(sentence);
  });

  it("fails when a reason is no longer needed", () => {
    expect(() => sourcesMap(schema(undefined, ["tenants.domain"]))).toThrow("tenants.domain lives under its own name");
  });
});

describe("the tables' page", () => {
  const calls: Relation = { name: "calls", kind: "table", columns: [{ name: "id", type: "uuid", nullable: false }] };
  const owner = defineModule({ name: "calls", purpose: "", uses: [], tables: ["calls"], facts: ["call_facts"] });

  it("says who owns a table and what it is for", () => {
    expect(tablesMap([calls], [owner]).text).toContain("Table of calls. A call as its events add up to it");
  });

  it("says of facts whose they are", () => {
    const facts: Relation = { name: "call_facts", kind: "view", columns: [] };
    expect(tablesMap([facts], [owner]).text).toContain("View of calls. What other modules may read.");
  });

  it("fails when a table has no owner, two owners or no purpose", () => {
    expect(() => tablesMap([calls], [])).toThrow("calls is in the tables of no module");
    expect(() => tablesMap([calls], [owner, { ...owner, name: "deals" }])).toThrow("calls and deals");
    expect(() => tablesMap([{ ...calls, name: "nobodys" }], [owner])).toThrow("nobodys: say in a comment");
  });
});

it("the example of an environment says what holds without it", () => {
  const example = configurationFiles().find(({ path }) => path === ".env.example")?.text ?? "";
  const settings = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]);
  expect(settings.length).toBeGreaterThan(10);
  expect(readConfiguration(Object.fromEntries(settings), "/")).toEqual(readConfiguration({}, "/"));
});

it("the refusals are read off the sources", () => {
  expect(refusalsMap().text).toContain("| not_found | 404 |");
});

it("the events' page says who hears what", () => {
  const callMissed = defineEvent("call.missed", 1, z.object({ call_id: z.string() }));
  const callEnded = defineEvent("call.ended", 1, z.object({ call_id: z.string() }));
  const bare = { purpose: "", uses: [], tables: [] };
  const pages = maps([
    defineModule({ ...bare, name: "calls", events: [callMissed, callEnded] }),
    defineModule({ ...bare, name: "deals", subscriptions: [on(callMissed, "text back", async () => undefined)] }),
  ]);
  const events = pages.find(({ path }) => path === "docs/map/events.md")?.text;
  expect(events).toContain("| call.missed | 1 | calls | deals: text back |");
  expect(events).toContain("| call.ended | 1 | calls | nobody yet |");
});

it("a bar does not end a cell", () => {
  expect(markdownTable(["a"], [["x | y"]])).toBe("| a |\n| --- |\n| x \\| y |");
});
