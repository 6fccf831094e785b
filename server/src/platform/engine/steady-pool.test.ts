import { Client, Pool } from "pg";
import { expect, it, onTestFinished } from "vitest";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { steadyPool } from "./steady-pool.ts";

async function openForThisTest() {
  const { owner } = await databaseForThisTest();
  const pool = new Pool({ ...owner, max: 2 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  onTestFinished(() => pool.end());
  return { owner, steady: steadyPool(pool) };
}

it("has a connection that broke look like something that passes", async () => {
  const { owner, steady } = await openForThisTest();
  const client = await steady.connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const other = new Client(owner);
  await other.connect();
  await other.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await other.end();
  await expect(client.query("select 1")).rejects.toMatchObject({ code: "40001" });
  client.release(true);
  expect((await steady.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

it("leaves every other error as it is", async () => {
  const { steady } = await openForThisTest();
  const client = await steady.connect();
  await expect(client.query("select from nowhere")).rejects.toMatchObject({ code: "42P01" });
  client.release();
});

it("has a database that refuses connections look like something that passes", async () => {
  const pool = new Pool({ host: "127.0.0.1", port: 1 });
  await expect(steadyPool(pool).connect()).rejects.toMatchObject({ code: "40001" });
  await pool.end();
});
