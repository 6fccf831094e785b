import { sql } from "kysely";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { openDatabase } from "../database/database.ts";
import { freeForgottenJobs, freeLostJobs } from "./lost-jobs.ts";
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
    db,
    look: (own = "pool-of-the-test") => freeLostJobs(db, own),
    async silent() {
      const { rows } = await sql<{ pool_id: string }>`select pool_id from silent_workers order by 1`.execute(db);
      return rows.map(({ pool_id }) => pool_id);
    },
    async fiveSecondsPass() {
      const { rows } = await sql<{ pool_id: string }>`delete from silent_workers returning pool_id`.execute(db);
      for (const { pool_id } of rows)
        await sql`insert into silent_workers values (${pool_id}, clock_timestamp() - interval '5 seconds')`.execute(db);
    },
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
  it("are free again, with their queue, when it has shown no sign of life for five seconds", async () => {
    const { look, fiveSecondsPass, holders } = await openForThisTest();
    expect(await look()).toEqual([]);
    expect(await look()).toEqual([]);
    expect(await holders()).toEqual(["pool-x", "pool-x"]);
    await fiveSecondsPass();
    expect(await look()).toEqual(["pool-x"]);
    expect(await holders()).toEqual([null, null]);
  });

  it("are free again though whoever looked first is gone, and others look at the same moment", async () => {
    const { look, fiveSecondsPass, holders } = await openForThisTest();
    await look("pool-that-dies");
    await fiveSecondsPass();
    await Promise.all([look("pool-a"), look("pool-b"), look("pool-c")]);
    expect(await holders()).toEqual([null, null]);
  });

  it("stay with a process that lives, until it stops", async () => {
    const { look, silent, holders, live } = await openForThisTest();
    const life = await live("pool-x");
    await look();
    expect(await silent()).toEqual([]);
    expect(await holders()).toEqual(["pool-x", "pool-x"]);
    await life.stop();
    await vi.waitFor(async () => {
      await look();
      expect(await silent()).toEqual(["pool-x"]);
    });
  });

  it("are free while others live", async () => {
    const { look, fiveSecondsPass, holders, live } = await openForThisTest();
    await live("pool-y");
    await look();
    await fiveSecondsPass();
    await look();
    expect(await holders()).toEqual([null, null]);
  });

  it("stay with a process whose connection broke and came back", async () => {
    const { look, silent, live, cutSignsOfLife } = await openForThisTest();
    await live("pool-x");
    await cutSignsOfLife();
    const seen = async () => {
      await look();
      return silent();
    };
    await vi.waitFor(async () => expect(await seen()).toEqual(["pool-x"]));
    await vi.waitFor(async () => expect(await seen()).toEqual([]), { timeout: 5000, interval: 100 });
  });

  it("are never those of the process that looks", async () => {
    const { look, silent } = await openForThisTest();
    expect(await look("pool-x")).toEqual([]);
    expect(await silent()).toEqual([]);
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

  it("are begun once it can be seen again, however often showing it failed meanwhile", async () => {
    const { database, cutSignsOfLife } = await openForThisTest();
    const address = { ...database.address.platform };
    const onError = vi.fn<() => void>();
    const life = await showLife(address, "pool-y", onError);
    onTestFinished(life.stop);
    address.port = 1;
    await cutSignsOfLife();
    const attempts = (count: number) =>
      vi.waitFor(() => expect(onError.mock.calls.length).toBeGreaterThanOrEqual(count), { timeout: 10_000 });
    await attempts(2);
    const isShown = vi.fn<() => void>();
    const beforeAnotherFails = life.shown().then(isShown);
    await attempts(onError.mock.calls.length + 2);
    expect(isShown).not.toHaveBeenCalled();
    Object.assign(address, { port: database.address.platform.port });
    await beforeAnotherFails;
  }, 20_000);
});

describe("jobs that were taken and of which nobody was told", () => {
  it("are free again, with their queue, at the second look", async () => {
    const { db, holders } = await openForThisTest();
    const missed = await freeForgottenJobs(db, "pool-x", new Set(), []);
    expect(await holders()).toEqual(["pool-x", "pool-x"]);
    expect(await freeForgottenJobs(db, "pool-x", new Set(), missed)).toEqual([]);
    expect(await holders()).toEqual([null, null]);
  });

  it("are not those that the process is at", async () => {
    const { db, holders } = await openForThisTest();
    const missed = await freeForgottenJobs(db, "pool-x", new Set(), []);
    expect(await freeForgottenJobs(db, "pool-x", new Set(missed), missed)).toEqual([]);
    expect(await holders()).toEqual(["pool-x", "pool-x"]);
  });
});
