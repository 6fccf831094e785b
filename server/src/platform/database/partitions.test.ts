import { Kysely, PostgresDialect } from "kysely";
import { Client } from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { openPool } from "./database.ts";
import { migrateUp } from "./migrate.ts";
import { makePartitionsAhead } from "./partitions.ts";

const TABLES = ["audit_logs", "call_events", "webhook_inbox"];
const NEW_YEARS_EVE = Temporal.Instant.from("2031-12-31T23:59:59Z");
const THREE_MONTHS = ["203112", "203201", "203202"];

async function openForThisTest() {
  const address = await databaseForThisTest();
  const owner = new Client(address.owner);
  await owner.connect();
  onTestFinished(() => owner.end());
  const query = async (text: string) => (await owner.query<{ name: string }>(text)).rows.map(({ name }) => name);
  return {
    address,
    query,
    /** Partitions of months from 2031 on. */
    later: () =>
      query(
        `select relname as name from pg_class where relispartition and relkind = 'r' and relname ~ '_20[3-9][0-9]{3}$' order by 1`,
      ),
  };
}

describe("the partitions of the months ahead", () => {
  it("are made at a start without a waiting migration, and once", async () => {
    const { address, later } = await openForThisTest();
    expect(await later()).toEqual([]);
    expect(await migrateUp(address, NEW_YEARS_EVE)).toEqual([]);
    const made = TABLES.flatMap((table) => THREE_MONTHS.map((month) => `${table}_${month}`));
    expect(await later()).toEqual(made);
    await migrateUp(address, NEW_YEARS_EVE);
    expect(await later()).toEqual(made);
  });

  it("are of the machine's months unless told otherwise", async () => {
    const { address, query } = await openForThisTest();
    const month = `select relname as name from pg_class where relname = 'call_events_' || to_char(now() at time zone 'UTC', 'YYYYMM')`;
    const [name] = await query(month);
    await query(`drop table ${name}`);
    await migrateUp(address);
    expect(await query(month)).toEqual([name]);
  });

  it("are made by servers that start together", async () => {
    const { address, later } = await openForThisTest();
    const pool = openPool(address.owner, 3, () => undefined);
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    onTestFinished(() => db.destroy());
    await Promise.all([1, 2, 3].map(() => makePartitionsAhead(db, NEW_YEARS_EVE)));
    expect(await later()).toHaveLength(9);
  });

  it("are left out where rows of the month lie in the default partition", async () => {
    const { address, query, later } = await openForThisTest();
    await query(`insert into tenants (id, business_name, timezone, trade_type)
      values ('00000000-0000-7000-8000-000000000001', 'Rivera Plumbing', 'America/Chicago', 'plumbing')`);
    await query(`insert into audit_logs (tenant_id, id, entity_type, action, actor_type)
      values ('00000000-0000-7000-8000-000000000001', id_floor('2032-01-15'), 'visit', 'booked', 'system')`);
    await migrateUp(address, NEW_YEARS_EVE);
    expect(await later()).not.toContain("audit_logs_203201");
    expect(await later()).toContain("audit_logs_203202");
    expect(await later()).toContain("call_events_203201");
  });

  it("wait for the next start while somebody holds the table", async () => {
    const { address, query, later } = await openForThisTest();
    await query("begin");
    await query("lock table audit_logs_default in access share mode");
    await migrateUp(address, NEW_YEARS_EVE);
    await query("commit");
    expect(await later()).not.toContain("audit_logs_203112");
    expect(await later()).toContain("call_events_203112");
    await migrateUp(address, NEW_YEARS_EVE);
    expect(await later()).toContain("audit_logs_203112");
  });
});
