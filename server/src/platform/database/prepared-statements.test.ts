import { type Kysely, sql } from "kysely";
import { Client } from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { openDatabase } from "./database.ts";
import type { DB } from "./database-types.ts";

/** One connection as the application opens them, and the owner beside it. */
async function openForThisTest() {
  const address = await databaseForThisTest();
  const owner = new Client(address.owner);
  await owner.connect();
  const database = openDatabase(address, () => undefined, 1);
  onTestFinished(async () => {
    await database.close();
    await owner.end();
  });
  return { owner, db: database.platform };
}

/** The texts that the connection keeps ready. */
async function keptBy(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  return rows.map(({ statement }) => statement);
}

const times = async (count: number, run: () => Promise<unknown>) => {
  for (let time = 0; time < count; time += 1) await run();
};

describe("prepared statements", () => {
  it("are what recurs, whatever its values", async () => {
    const { db } = await openForThisTest();
    const add = async (one: number) =>
      (await sql<{ sum: number }>`select ${one}::int + 1 as sum`.execute(db)).rows[0]?.sum;
    expect([await add(1), await add(2), await add(3), await add(4)]).toEqual([2, 3, 4, 5]);
    expect(await keptBy(db)).toEqual(["select $1::int + 1 as sum"]);
  });

  it("are not what came once or twice, nor what has no values", async () => {
    const { db } = await openForThisTest();
    await times(2, () => sql`select ${1}::int`.execute(db));
    await times(5, () => sql`select 1`.execute(db));
    await times(5, () => db.transaction().execute(async () => undefined));
    expect(await keptBy(db)).toEqual([]);
  });

  it("are not without end", async () => {
    const { db } = await openForThisTest();
    for (let text = 0; text < 520; text += 1)
      await times(3, () => sql`select ${1}::int as ${sql.ref(`a${text}`)}`.execute(db));
    expect(await keptBy(db)).toHaveLength(500);
  });

  it("survive a migration: one fails, and the next use is right", async () => {
    const { db, owner } = await openForThisTest();
    await owner.query(
      "create table things (id int); insert into things values (1); grant select on things to nmc_platform",
    );
    const read = async () => (await sql`select * from things where id = ${1}`.execute(db)).rows;
    await times(4, read);
    await owner.query("alter table things add column name text default 'new'");
    await expect(read()).rejects.toThrow("cached plan must not change result type");
    expect(await read()).toEqual([{ id: 1, name: "new" }]);
  });
});

describe("a transaction in which an error was swallowed", () => {
  it("says that nothing was committed, and leaves a connection that works", async () => {
    const { db } = await openForThisTest();
    const swallowing = db.transaction().execute(async (tx) => {
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow("Nothing was committed");
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });
});
