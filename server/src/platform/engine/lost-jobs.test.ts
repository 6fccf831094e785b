import { sql } from "kysely";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { openDatabase } from "../database/database.ts";
import { createLog } from "../telemetry/log.ts";
import { freeLostJobs } from "./lost-jobs.ts";
import { showLife } from "./sign-of-life.ts";

/** A queued job that a worker pool called `pool-x` holds. */
async function openForThisTest() {
  const database = openDatabase(await databaseForThisTest(), () => undefined, 4);
  onTestFinished(() => database.close());
  const db = database.platform;
  await sql`select graphile_worker.add_job('test.lost', queue_name := 'one')`.execute(db);
  await sql`update graphile_worker._private_jobs set locked_by = 'pool-x', locked_at = now()`.execute(db);
  await sql`update graphile_worker._private_job_queues set locked_by = 'pool-x', locked_at = now()`.execute(db);
  return {
    database,
    look: (suspects: readonly string[], own = "pool-of-the-test") =>
      freeLostJobs({ database, log: createLog("silent") }, own, suspects),
    async holders() {
      const { rows } = await sql<{ locked_by: string | null }>`
        select locked_by from graphile_worker._private_jobs
        union all select locked_by from graphile_worker._private_job_queues`.execute(db);
      return rows.map(({ locked_by }) => locked_by);
    },
    async live(poolId: string) {
      const life = await showLife(database.address.platform, poolId, () => undefined);
      onTestFinished(life.stop);
      return life;
    },
    cutSignsOfLife: () =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'nevermisscall sign of life'`.execute(db),
  };
}

describe("jobs of a process that died", () => {
  it("are free again, with their queue, when it showed no sign of life twice", async () => {
    const { look, holders } = await openForThisTest();
    expect(await look([])).toEqual(["pool-x"]);
    expect(await holders()).toEqual(["pool-x", "pool-x"]);
    expect(await look(["pool-x"])).toEqual([]);
    expect(await holders()).toEqual([null, null]);
  });

  it("stay with a process that lives, until it stops", async () => {
    const { look, holders, live } = await openForThisTest();
    const life = await live("pool-x");
    expect(await look(["pool-x"])).toEqual([]);
    expect(await holders()).toEqual(["pool-x", "pool-x"]);
    await life.stop();
    await vi.waitFor(async () => expect(await look([])).toEqual(["pool-x"]));
  });

  it("are free while others live", async () => {
    const { look, holders, live } = await openForThisTest();
    await live("pool-y");
    await look(["pool-x", "pool-y"]);
    expect(await holders()).toEqual([null, null]);
  });

  it("stay with a process whose connection broke and came back", async () => {
    const { look, live, cutSignsOfLife } = await openForThisTest();
    await live("pool-x");
    await cutSignsOfLife();
    await vi.waitFor(async () => expect(await look([])).toEqual(["pool-x"]));
    await vi.waitFor(async () => expect(await look([])).toEqual([]), { timeout: 5000, interval: 100 });
  });

  it("are never those of the process that looks", async () => {
    const { look, holders } = await openForThisTest();
    expect(await look([], "pool-x")).toEqual([]);
    expect(await look(["pool-x"], "pool-x")).toEqual([]);
    expect(await holders()).toEqual(["pool-x", "pool-x"]);
  });

  it("are not begun while nobody could see that the process lives", async () => {
    const { live, cutSignsOfLife } = await openForThisTest();
    const life = await live("pool-y");
    await life.shown();
    await cutSignsOfLife();
    const isShown = vi.fn<() => void>();
    await vi.waitFor(async () => {
      const shown = vi.fn<() => void>();
      void life.shown().then(shown);
      await Promise.resolve();
      expect(shown).not.toHaveBeenCalled();
    });
    void life.shown().then(isShown);
    await vi.waitFor(() => expect(isShown).toHaveBeenCalled(), { timeout: 5000 });
  });
});
