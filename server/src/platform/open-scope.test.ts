import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openDesk } from "../../test/kit/desk.ts";

describe("a scope", () => {
  it("takes nothing more from a branch of its work when another has failed", async () => {
    const { inside } = await openDesk();
    const failed = Promise.withResolvers<void>();
    let late: Promise<unknown> = Promise.resolve();
    const work = inside(async ({ tx }) => {
      late = failed.promise.then(() => sql`select 1`.execute(tx));
      await Promise.all([sql`select 1 / 0`.execute(tx), late]);
    });
    await expect(work).rejects.toThrow("division by zero");
    failed.resolve();
    await expect(late).rejects.toThrow("The transaction is over");
  });

  it("fails for what failed first, whatever was asked together with it", async () => {
    const { inside } = await openDesk();
    const work = inside(async ({ tx }) => {
      const failing = sql`select 1 / 0`.execute(tx);
      const after = sql`select 1`.execute(tx);
      failing.catch(() => undefined);
      await after;
    });
    await expect(work).rejects.toThrow("division by zero");
  });

  it.each([
    ["rollback", 0],
    ["commit", 1],
  ])("takes nothing once its %s was sent, though the answer is still to come", async (_end, divisor) => {
    const { inside } = await openDesk();
    let late: Promise<unknown> = Promise.resolve();
    const work = inside(async ({ tx }) => {
      const first = sql`select 1 / ${sql.lit(divisor)}`.execute(tx);
      late = first
        .catch(() => undefined)
        // By now the end was sent; what the database says of it can be heard in the next turn at the earliest.
        .then(() => new Promise((resolve) => setImmediate(resolve)))
        .then(() => sql`select 1`.execute(tx));
      late.catch(() => undefined);
      await first;
    });
    await work.catch(() => undefined);
    await expect(late).rejects.toThrow("The transaction is over");
  });

  it("says that nothing was committed when an error was swallowed", async () => {
    const { inside } = await openDesk();
    const swallowing = inside(async ({ tx }) => {
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow("Nothing was committed");
  });

  it("sends what is asked at once in the order of asking, however it is asked", async () => {
    const { inside } = await openDesk();
    const moment = sql<string>`clock_timestamp()::text`;
    const asked = await inside(({ tx }) =>
      Promise.all(
        Array.from({ length: 20 }, async (_none, place) =>
          place % 2 === 0
            ? (await sql<{ at: string }>`select ${moment} as at`.execute(tx)).rows[0]?.at
            : (await tx.selectFrom("tenants").select(moment.as("at")).executeTakeFirstOrThrow()).at,
        ),
      ),
    );
    expect(asked).toEqual(asked.toSorted());
  });

  it("asks of its own business only, also when it asks several things at once", async () => {
    const { inside, line } = await openDesk();
    const ask = () =>
      inside(({ tx }) =>
        Promise.all([1, 2, 3].map(() => sql<{ id: string }>`select current_tenant_id() as id`.execute(tx))),
      );
    const answers = (await Promise.all([ask(), ask(), ask()])).flat().map(({ rows }) => rows[0]?.id);
    expect(new Set(answers)).toEqual(new Set([line.tenantId]));
  });
});
