import { sql } from "kysely";
import { Client } from "pg";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openTestHouse } from "../../../test/kit/house.ts";
import type { AnyJob } from "../jobs.ts";
import { createLog } from "../telemetry/log.ts";
import { SIGN_OF_LIFE } from "./sign-of-life.ts";
import { startWorker } from "./worker.ts";

const ENVELOPE = JSON.stringify({ tenant_id: "00000000-0000-7000-8000-000000000001", data: {} });

async function openForThisTest(run: AnyJob["run"]) {
  const { ports } = await openTestHouse({ modules: [] });
  const lines: string[] = [];
  const log = createLog("trace", { write: (line) => lines.push(line) });
  const db = ports.database.platform;
  return {
    db,
    lines,
    async owner(statement: string) {
      const client = new Client(ports.database.address.owner);
      await client.connect();
      await client.query(statement);
      await client.end();
    },
    add: () => sql`select graphile_worker.add_job('test.job', ${ENVELOPE}::json, max_attempts := 2)`.execute(db),
    async start() {
      const worker = await startWorker({ ...ports, log }, [{ name: "test.job", run }]);
      onTestFinished(() => worker.stop());
    },
  };
}

describe("the worker", () => {
  it("runs within half a minute what a killed process was at", async () => {
    const run = vi.fn<() => Promise<void>>(async () => undefined);
    const { db, add, start } = await openForThisTest(run);
    await add();
    await sql`update graphile_worker._private_jobs
      set locked_by = 'pool-of-a-killed-process', locked_at = now(), attempts = 1`.execute(db);
    await start();
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce(), { timeout: 25_000, interval: 100 });
  });

  it("shows by a lock in the name under which it takes jobs that it lives", async () => {
    const held: unknown[] = [];
    const { db, add, start } = await openForThisTest(async () => {
      const { rows } = await sql<{ free: boolean }>`
        select pg_try_advisory_xact_lock(${SIGN_OF_LIFE}::int, hashtext(locked_by)) as free from graphile_worker.jobs`.execute(
        db,
      );
      held.push(...rows);
    });
    await start();
    await add();
    await vi.waitFor(() => expect(held).toEqual([{ free: false }]), { timeout: 5000 });
  });

  it("runs a job again at once that a restart of the database broke off", async () => {
    const broken = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
    const run = vi.fn<() => Promise<void>>(async () => undefined);
    run.mockRejectedValueOnce(broken).mockRejectedValueOnce(broken).mockRejectedValueOnce(broken);
    const { db, add, start, lines } = await openForThisTest(run);
    await start();
    await add();
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(4), { timeout: 5000 });
    const { rows } = await sql<{
      attempts: number;
    }>`select attempts from graphile_worker.jobs where attempts > 1`.execute(db);
    expect(rows).toEqual([]);
    expect(lines.filter((line) => line.includes("a job failed"))).toEqual([]);
  });

  it("works on after all its connections broke", async () => {
    const run = vi.fn<() => Promise<void>>(async () => undefined);
    const { owner, add, start } = await openForThisTest(run);
    run.mockImplementationOnce(async () => {
      await owner(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'nmc_platform' and datname = current_database()",
      );
      throw new Error("Its job failed, too.");
    });
    await add();
    await start();
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2), { timeout: 20_000, interval: 100 });
    await add();
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(3), { timeout: 20_000, interval: 100 });
  });

  it("goes on after a job whose failure has words that no database keeps", async () => {
    const { db, add, start } = await openForThisTest(async () => {
      throw new Error("This was said: \0\uD800");
    });
    await add();
    await start();
    const kept = async () => (await sql`select last_error, locked_by from graphile_worker.jobs`.execute(db)).rows;
    await expect
      .poll(kept, { timeout: 5000 })
      .toEqual([{ last_error: "This was said: \uFFFD\uFFFD", locked_by: null }]);
  });

  it("logs of a failure which job it was, and no phone number", async () => {
    const { lines, add, start } = await openForThisTest(async () => {
      throw new Error("Nobody answers at +1 512 555 0142");
    });
    await add();
    await start();
    const failures = () => lines.map((line) => JSON.parse(line)).filter(({ level }) => level === "error");
    await vi.waitFor(() => expect(failures()).toHaveLength(1), { timeout: 5000 });
    expect(failures()).toEqual([
      expect.objectContaining({
        msg: "a job failed",
        task: "test.job",
        job_id: expect.stringMatching(/^\d+$/),
        err: expect.objectContaining({ message: "Nobody answers at [number]" }),
      }),
    ]);
    expect(lines.join("")).not.toContain("555 0142");
  });
});
