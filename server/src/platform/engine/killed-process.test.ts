import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it, onTestFinished, vi } from "vitest";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { openTestHouse } from "../../../test/kit/house.ts";
import { defineModule } from "../module.ts";

const ENVELOPE = JSON.stringify({ tenant_id: "00000000-0000-7000-8000-000000000001", data: {} });
const RESUMED_WITHIN_MS = 30_000;

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
  const doomed = spawn(
    process.execPath,
    [join(import.meta.dirname, "../../../test/kit/doomed-worker.ts"), JSON.stringify(database)],
    {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  onTestFinished(() => void doomed.kill("SIGKILL"));
  expect(await once(doomed, "message")).toContain("at it");
  await startWork();
  expect(done).not.toHaveBeenCalled();
  doomed.kill("SIGKILL");
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce(), { timeout: RESUMED_WITHIN_MS, interval: 100 });
}, 60_000);
