import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openTestHouse } from "../../../test/kit/house.ts";
import { readCost } from "./cost.ts";

const AMOUNTS = ["-0.013", "0.0075", "-0.00065", "0.00064999", "-0.00004", "12", "-999999.99994", "+1.5", "0"];

describe("a carrier's amount", () => {
  it("reads as the database keeps it", async () => {
    const { ports } = await openTestHouse({ modules: [] });
    const { rows } = await sql<{ kept: string }>`
      select (amount::numeric(10, 4))::text as kept from unnest(${AMOUNTS}::text[]) as amount`.execute(
      ports.database.platform,
    );
    expect(AMOUNTS.map(readCost)).toEqual(rows.map(({ kept }) => kept));
  });

  it.each(["", "free", "1,5", "1e3", "12345678"])("%s is none", (amount) => {
    expect(readCost(amount)).toBeNull();
  });
});
