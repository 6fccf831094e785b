import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it, onTestFinished, vi } from "vitest";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { openTestHouse } from "../../../test/kit/house.ts";
import type { DatabaseAddress } from "../database/database.ts";
import { defineModule } from "../module.ts";
import { noJobIsStuck } from "./stuck-jobs.ts";

const ENVELOPE = JSON.stringify({ tenant_id: "00000000-0000-7000-8000-000000000001", data: {} });
const RESUMED_WITHIN_MS = 30_000;

async function doomedWorker(database: DatabaseAddress): Promise<ChildProcess> {
  const doomed = spawn(
    process.execPath,
    [join(import.meta.dirname, "../../../test/kit/doomed-worker.ts"), JSON.stringify(database)],
    {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  onTestFinished(() => void doomed.kill("SIGKILL"));
  expect(await once(doomed, "message")).toContain("at it");
  return doomed;
}

it("what a killed process was at is done by another within half a minute", async () => {
  const database = await databaseForThisTest();
  const done = vi.fn<() => Promise<void>>(async () => undefined);
  const modules = [
    defineModule({
      name: "heir",
      purpose: "Finishes.",
      uses: [],
      tables: [],
      jobs: [{ name: "test.job", run: done }],
    }),
  ];
  const { ports, startWork } = await openTestHouse({ database, modules });
  await sql`select graphile_worker.add_job('test.job', ${ENVELOPE}::json)`.execute(ports.database.platform);
  const doomed = await doomedWorker(database);
  await startWork();
  expect(done).not.toHaveBeenCalled();
  doomed.kill("SIGKILL");
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce(), { timeout: RESUMED_WITHIN_MS, interval: 100 });
}, 60_000);

it("what the only process was at is found when that was killed, though nobody is left to look", async () => {
  const { ports } = await openTestHouse({ modules: [] });
  const db = ports.database.platform;
  await sql`select graphile_worker.add_job('test.job', ${ENVELOPE}::json)`.execute(db);
  const doomed = await doomedWorker(ports.database.address);
  await sql`update graphile_worker._private_jobs set locked_at = now() - interval '31 seconds'`.execute(db);
  expect(await noJobIsStuck.check(ports)).toEqual([]);
  doomed.kill("SIGKILL");
  await expect
    .poll(() => noJobIsStuck.check(ports), { timeout: 10_000 })
    .toEqual([expect.stringContaining("test.job")]);
}, 60_000);
