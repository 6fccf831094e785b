import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ClonedDatabase, cloneDatabase } from "../kit/database.ts";
import { APPEND_ONLY } from "./exceptions.ts";
import { tenantWithRows } from "./rows.ts";

let database: ClonedDatabase;
let owner: Client;
let app: Client;
let rivera: string;
let chen: string;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new Client(database.address.owner);
  app = new Client(database.address.app);
  await Promise.all([owner.connect(), app.connect()]);
  rivera = await tenantWithRows(owner, "Rivera Plumbing");
  chen = await tenantWithRows(owner, "Chen Electric");
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

const asTenant = (tenant: string) => app.query("select set_config('app.tenant_id', $1, false)", [tenant]);
const APPEND_ONLY_REFUSED = { code: "23001" };
const NO_RIGHT = { code: "42501" };
const NO_SUCH_KEY = { code: "23503" };

describe.each(APPEND_ONLY)("%s", (table) => {
  it.each([
    ["changed", `update ${table} set tenant_id = tenant_id`],
    ["deleted", `delete from ${table}`],
    ["truncated", `truncate ${table} cascade`],
  ])("cannot be %s, not even by its owner", async (_what, statement) => {
    await expect(owner.query(statement)).rejects.toMatchObject(APPEND_ONLY_REFUSED);
  });

  it("cannot be changed by the application", async () => {
    await asTenant(rivera);
    await expect(app.query(`update ${table} set tenant_id = tenant_id`)).rejects.toMatchObject(NO_RIGHT);
    await expect(app.query(`delete from ${table}`)).rejects.toMatchObject(NO_RIGHT);
  });
});

describe.each([...APPEND_ONLY, "contacts", "calls"])("%s", (table) => {
  it("shows a business its own rows only", async () => {
    for (const tenant of [rivera, chen]) {
      await asTenant(tenant);
      const { rows } = await app.query(`select distinct tenant_id from ${table}`);
      expect(rows).toEqual([{ tenant_id: tenant }]);
    }
  });

  it("shows nothing to nobody", async () => {
    await asTenant("");
    const { rowCount } = await app.query(`select from ${table}`);
    expect(rowCount).toBe(0);
  });
});

it("a business cannot write into another's tables", async () => {
  await asTenant(rivera);
  const insert = app.query("insert into contacts (tenant_id, first_name) values ($1, 'Mallory')", [chen]);
  await expect(insert).rejects.toMatchObject(NO_RIGHT);
  const { rowCount } = await app.query("update contacts set first_name = 'Mallory' where tenant_id = $1", [chen]);
  expect(rowCount).toBe(0);
});

it("a row cannot refer to another business's row", async () => {
  const { rows } = await owner.query<{ id: string }>("select id from contacts where tenant_id = $1", [chen]);
  await asTenant(rivera);
  const refer = app.query("update calls set contact_id = $1", [rows[0]?.id]);
  await expect(refer).rejects.toMatchObject(NO_SUCH_KEY);
});

it("a partition cannot be read past its table", async () => {
  await asTenant(rivera);
  await expect(app.query("select from audit_logs_default")).rejects.toMatchObject(NO_RIGHT);
});

it("an event key is accepted once for a call, whatever the partition", async () => {
  const again = owner.query(`
    insert into call_events (tenant_id, call_id, call_sid, event_type, event_key, occurred_at, received_at, payload, source)
    select tenant_id, call_id, call_sid, event_type, event_key, now(), now(), payload, source from call_events limit 1`);
  await expect(again).rejects.toMatchObject({ code: "23505" });
});
