import { sql } from "kysely";
import { Client } from "pg";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { cuttableWay } from "../../../test/kit/way.ts";
import { isDatabaseAway } from "./away.ts";
import { openDatabase, openPool } from "./database.ts";
import { lending } from "./lending.ts";
import { listenTo } from "./listen.ts";
import { preparing } from "./prepared-statements.ts";

const ownCluster = inject("cluster").connectionString === undefined;

async function wayToDatabase() {
  const direct = await databaseForThisTest();
  return { direct, way: await cuttableWay(direct) };
}

describe.skipIf(!ownCluster)("a database that falls silent", () => {
  it("ends an urgent transaction once, and the next finds the one that takes its place", async () => {
    const { way } = await wayToDatabase();
    const { urgent, close } = openDatabase(way.address, () => undefined);
    onTestFinished(close);
    const startedAt = performance.now();
    const lost = urgent.transaction().execute(async (tx) => {
      await sql`select 1`.execute(tx);
      way.swallow();
      await sql`select 2`.execute(tx);
    });
    expect(isDatabaseAway(await lost.catch((error: unknown) => error))).toBe(true);
    // What has to be taken back is not asked for on a line that is dead.
    expect(performance.now() - startedAt).toBeLessThan(8_000);
    way.mend();
    expect((await sql`select 3 as three`.execute(urgent)).rows).toEqual([{ three: 3 }]);
  });

  it("ends a unit of work whose statements are sent together, and the next is lent another connection", async () => {
    const { way } = await wayToDatabase();
    const pool = openPool({ ...way.address.app, pipeline: true, query_timeout: 1_000 }, 1, () => undefined);
    onTestFinished(() => pool.end());
    const lend = lending(preparing(pool));
    const select = { sql: "select 1 as one", parameters: [] };
    const lost = await lend();
    await lost.send(select);
    way.swallow();
    const ends = await Promise.allSettled([lost.send(select), lost.send(select)]);
    expect(ends.map((end) => end.status === "rejected" && isDatabaseAway(end.reason))).toEqual([true, true]);
    await expect(lost.send({ sql: "rollback", parameters: [] })).rejects.toThrow("Query read timeout");
    lost.giveBack();
    way.mend();
    const next = await lend();
    expect(await next.send(select)).toMatchObject({ rows: [{ one: 1 }] });
    next.giveBack();
  });

  it("is noticed by who listens, who listens again and stops when asked", async () => {
    const { direct, way } = await wayToDatabase();
    const speaker = new Client(direct.owner);
    await speaker.connect();
    onTestFinished(() => speaker.end());
    const heard: string[] = [];
    let times = 0;
    const listening = listenTo(way.address.platform, "news", {
      heard: (payload) => heard.push(payload),
      connected: () => {
        times += 1;
      },
    });
    await expect.poll(() => times).toBe(1);
    way.swallow();
    await speaker.query("notify news, 'lost'");
    way.mend();
    await expect.poll(() => times, { timeout: 15_000 }).toBe(2);
    await speaker.query("notify news, 'again'");
    await expect.poll(() => heard).toEqual(["again"]);
    way.swallow();
    const startedAt = performance.now();
    await Promise.all([listening.notify("to nobody"), listening.stop()]);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
