import { expect, it } from "vitest";
import { touchedTables } from "./table-walls.ts";

const OWNERS = [
  { name: "calls", tables: ["calls", "call_events"] },
  { name: "deals", tables: ["leads"] },
];
const said = (text: string, path = "server/src/modules/deals/leads.ts") => touchedTables([{ path, text }], OWNERS);

it.each([
  'tx.selectFrom("calls").selectAll()',
  'tx.selectFrom("calls as call").selectAll()',
  'tx.selectFrom("leads").innerJoin("calls", "calls.id", "leads.call_id")',
  'tx.selectFrom("leads").leftJoin("call_events as event", (join) => join)',
  'tx.insertInto("calls").values(row)',
  'tx.updateTable("calls").set(change)',
  'tx.deleteFrom("call_events")',
  "sql`select 1 from calls where id = ${id}`",
  "sql<Row>`\n  select 1 from leads\n  join calls call on true`",
  "sql`update calls set missed = true`",
  "sql`insert into call_events values (1)`",
])("refuses %s", (text) => {
  expect(said(text)).toEqual([expect.stringMatching(/leads\.ts:\d+ touches (calls|call_events) of calls/)]);
});

it("names the line", () => {
  expect(said("sql`\n  select 1\n  from calls`")[0]).toContain("leads.ts:3 ");
});

it.each([
  'tx.selectFrom("leads").selectAll()',
  'tx.selectFrom("call_facts").selectAll()',
  "sql`select 1 from call_facts`",
  'names.get("calls")',
  "`a text from calls`",
])("lets pass %s", (text) => {
  expect(said(text)).toEqual([]);
});

it("looks at modules only, and not at their tests", () => {
  const text = 'tx.selectFrom("calls")';
  expect(said(text, "server/src/modules/calls/ledger.ts")).toEqual([]);
  expect(said(text, "server/src/modules/deals/leads.test.ts")).toEqual([]);
  expect(said(text, "server/src/demo/seed.ts")).toEqual([]);
});
