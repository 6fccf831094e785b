import { sql } from "kysely";
import { expect, test } from "vitest";
import { makePartitionsAhead } from "#platform/database/partitions.ts";
import { openTestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { createRecorder } from "../../../test/kit/recorder.ts";
import { forgetOld } from "./retention.ts";

const NEW_YEAR = "2021-01-15T12:00:00Z";

/** A house on a virtual January with the months of the winter made. */
async function openWinter() {
  const recorder = createRecorder();
  const house = await openTestHouse({ modules: recorder.modules, at: NEW_YEAR });
  const { platform } = house.ports.database;
  await makePartitionsAhead(platform, house.clock.now());
  const line = await openLine(house);
  await house.startWork();
  return {
    house,
    recorder,
    async post(sid: string) {
      await line.post("call-status", { ...line.call(sid, "+15125550142"), CallStatus: "completed" });
      await house.settled();
    },
    async pass(days: number) {
      house.clock.advance({ hours: 24 * days });
      await house.settled();
      await forgetOld(house.ports);
    },
    async months() {
      const { rows } = await sql<{ name: string }>`
        select relname as name from pg_class where relispartition and relkind = 'r' and relname ~ '^webhook_inbox_2021' order by 1`.execute(
        platform,
      );
      return rows.map(({ name }) => name.slice(-2));
    },
    receipts: async () => (await platform.selectFrom("webhook_receipts").select("dedupe_key").execute()).length,
    kill: () => sql`update webhook_inbox set status = 'dead'`.execute(platform),
    revive: () => sql`update webhook_inbox set status = 'processed'`.execute(platform),
  };
}

test("months ahead are made every day, and months that lie before the retention are dropped with their receipts", async () => {
  const winter = await openWinter();
  await winter.post("CA1");
  expect(await winter.months()).toEqual(["01", "02", "03"]);
  await winter.pass(60);
  expect(await winter.receipts()).toBe(1);
  // 1 May is 89 days after the end of January.
  await winter.pass(45);
  expect(await winter.months()).toContain("01");
  expect(await winter.receipts()).toBe(0);
  await winter.pass(2);
  expect(await winter.months()).not.toContain("01");
});

test("a webhook that comes again is known for as long as it is kept, in whatever month it comes", async () => {
  const winter = await openWinter();
  await winter.post("CA1");
  await winter.pass(89);
  await winter.post("CA1");
  expect(winter.recorder.received).toHaveLength(1);
});

test("a month stays while something in it waits or nobody has looked at it", async () => {
  const winter = await openWinter();
  await winter.post("CA1");
  await winter.kill();
  await winter.pass(200);
  expect(await winter.months()).toContain("01");
  await winter.revive();
  await winter.pass(1);
  expect(await winter.months()).not.toContain("01");
});

/** Drops a month as at a moment of the application's clock. */
const drop = (month: string, now: string) =>
  sql`select set_config('app.now', ${now}, true), drop_inbox_partition(${`webhook_inbox_${month}`})`;

test("nobody drops a month that is younger than thirty days, by the application's clock or by the database's", async () => {
  const { house } = await openWinter();
  const { platform, app } = house.ports.database;
  await expect(drop("202101", "2021-03-02T00:00:00Z").execute(platform)).rejects.toThrow(/has had its time/);
  const { rows } = await sql<{ month: string }>`select to_char(now() at time zone 'UTC', 'YYYYMM') as month`.execute(
    platform,
  );
  const thisMonth = rows[0]?.month ?? "";
  await expect(drop(thisMonth, "2100-01-01T00:00:00Z").execute(platform)).rejects.toThrow(/has had its time/);
  await expect(drop("202101", NEW_YEAR).execute(app)).rejects.toThrow(/permission denied/);
});

test.each(["pending", "failed", "dead"])("nobody drops a month with a webhook that is %s", async (status) => {
  const winter = await openWinter();
  await winter.post("CA1");
  const { platform } = winter.house.ports.database;
  await sql`update webhook_inbox set status = ${status}, next_attempt_at = '2100-01-01'`.execute(platform);
  await expect(drop("202101", "2021-06-01T00:00:00Z").execute(platform)).rejects.toThrow(/was received/);
  expect(await winter.months()).toContain("01");
});
