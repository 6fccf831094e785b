import { Client, Pool } from "pg";
import { expect, it, onTestFinished, vi } from "vitest";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { openPool } from "../database/database.ts";
import { steadyPool } from "./steady-pool.ts";

async function openForThisTest() {
  const { owner } = await databaseForThisTest();
  const pool = openPool(owner, 2, () => undefined);
  onTestFinished(() => pool.end());
  const onTrouble = vi.fn<(error: unknown) => void>();
  const client = await steadyPool(pool, onTrouble).pool.connect();
  return {
    client,
    onTrouble,
    /** Does this to the connection that sleeps, once there is one. */
    async disturb(how: "pg_cancel_backend" | "pg_terminate_backend") {
      const other = new Client(owner);
      await other.connect();
      const disturb = async () =>
        (await other.query(`select ${how}(pid) from pg_stat_activity where query like 'select pg_sleep%'`)).rowCount;
      await expect.poll(disturb).toBe(1);
      await other.end();
    },
  };
}

it("asks again when a connection breaks under a question", async () => {
  const { client, disturb, onTrouble } = await openForThisTest();
  const answer = client.query("select pg_sleep(0.5), 1 as one");
  await disturb("pg_terminate_backend");
  expect((await answer).rows).toEqual([{ one: 1, pg_sleep: "" }]);
  expect(onTrouble).not.toHaveBeenCalled();
});

it("asks again, and tells of it, when a question fails for another reason", async () => {
  const { client, disturb, onTrouble } = await openForThisTest();
  const answer = client.query("select pg_sleep(0.5), 1 as one");
  await disturb("pg_cancel_backend");
  expect((await answer).rows).toEqual([{ one: 1, pg_sleep: "" }]);
  expect(onTrouble).toHaveBeenCalledOnce();
});

it("does not repeat a question that is wrong", async () => {
  const { client } = await openForThisTest();
  await expect(client.query("select from nowhere")).rejects.toMatchObject({ code: "42P01" });
});

it("answers with nothing when it is to stop and the database is away", async () => {
  const pool = new Pool({ host: "127.0.0.1", port: 1 });
  const steady = steadyPool(pool, () => undefined);
  const client = await steady.pool.connect();
  const answer = client.query("select 1 as one");
  steady.stop();
  expect((await answer).rows).toEqual([]);
  await pool.end();
});
