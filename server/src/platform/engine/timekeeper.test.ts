import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createTenant } from "#tenants";
import { openTestHouse } from "../../../test/kit/house.ts";
import type { JobCall } from "../jobs.ts";
import { SYSTEM } from "../scope.ts";
import { startTimekeeper } from "./timekeeper.ts";

const DUE = Temporal.Instant.from("2026-03-03T15:59:00Z");
const about = z.object({ about: z.string() });
const PLAIN: JobCall<{ about: string }> = { name: "test.plain", data: about };
const QUEUED: JobCall<{ about: string }> = {
  name: "test.queued",
  data: about,
  queue: (data) => `about:${data.about}`,
  priority: -5,
};

/** Sets timers that are due and returns the jobs that they become; nobody runs them. */
async function jobsOf(calls: readonly { key: string; call: JobCall<{ about: string }> }[]) {
  const house = await openTestHouse();
  const tenantId = await createTenant(house.ports, {
    business: { business_name: "Rivera Plumbing", timezone: "America/Chicago", trade_type: "plumbing" },
  });
  await house.ports.scope(tenantId, SYSTEM, async (scope) => {
    for (const { key, call } of calls) await scope.setTimer(key, DUE, call, { about: "pipes" });
  });
  const timekeeper = startTimekeeper(house.ports);
  await timekeeper.settled();
  await timekeeper.stop();
  const { rows } = await sql<{ task: string; queue: string | null; priority: number }>`
    select task_identifier as task, queue_name as queue, priority from graphile_worker.jobs
    where task_identifier like 'test.%' order by task_identifier`.execute(house.ports.database.platform);
  return rows;
}

describe("a timer's job", () => {
  it("has the queue and the priority that it has when it is enqueued", async () => {
    const jobs = await jobsOf([
      { key: "one", call: PLAIN },
      { key: "two", call: QUEUED },
    ]);
    expect(jobs).toEqual([
      { task: "test.plain", queue: null, priority: 0 },
      { task: "test.queued", queue: "about:pipes", priority: -5 },
    ]);
  });

  it("has those of the job for which the timer was set last", async () => {
    const jobs = await jobsOf([
      { key: "one", call: PLAIN },
      { key: "one", call: QUEUED },
    ]);
    expect(jobs).toEqual([{ task: "test.queued", queue: "about:pipes", priority: -5 }]);
  });
});
