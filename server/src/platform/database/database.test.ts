import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { openDatabase } from "./database.ts";

it.each(["app", "platform"] as const)("as %s nothing is worked on for longer than somebody waits", async (role) => {
  const database = openDatabase(await databaseForThisTest(), () => undefined);
  onTestFinished(database.close);
  const { rows } = await sql<{ seconds: number }>`
    select extract(epoch from current_setting('statement_timeout')::interval)::int as seconds`.execute(database[role]);
  expect(rows).toEqual([{ seconds: 55 }]);
});

it("takes as many connections as the documentation says", async () => {
  const database = openDatabase(await databaseForThisTest(), () => undefined);
  onTestFinished(database.close);
  const ask = async (role: "app" | "platform" | "urgent") => {
    const answers = Array.from({ length: 30 }, () =>
      sql<{ pid: number }>`select pg_backend_pid() as pid, pg_sleep(0.02)`.execute(database[role]),
    );
    return new Set((await Promise.all(answers)).map(({ rows }) => rows[0]?.pid)).size;
  };
  expect([await ask("app"), await ask("platform"), await ask("urgent")]).toEqual([10, 6, 4]);
});
