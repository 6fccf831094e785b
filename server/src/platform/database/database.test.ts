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
