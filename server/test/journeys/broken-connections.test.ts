import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { expect, it, onTestFinished } from "vitest";
import { SYSTEM } from "#platform/scope.ts";
import { runningClock } from "../kit/clock.ts";
import { databaseForThisTest } from "../kit/database.ts";
import { openTestHouse } from "../kit/house.ts";
import { openLine } from "../kit/line.ts";
import { upToCalls } from "../kit/modules.ts";

const STORMS = 30;
const CUSTOMER = "+15125550142";

it("nothing is lost, and nobody is refused, while every connection breaks again and again", async () => {
  const database = await databaseForThisTest();
  const house = await openTestHouse({ database, modules: upToCalls, clock: runningClock(), logLevel: "silent" });
  const line = await openLine(house);
  await house.listen("127.0.0.1", 0);
  await house.startWork();
  const reaper = new Client(database.owner);
  await reaper.connect();
  onTestFinished(() => reaper.end());

  let isOver = false;
  let calls = 0;
  const answers = new Map<number, number>();
  const callers = [1, 2, 3, 4].map(async () => {
    while (!isOver) {
      calls += 1;
      const call = line.call(`CA${calls}`, CUSTOMER);
      for (const [topic, said] of [
        ["voice", {}],
        ["dial-result", { DialCallStatus: "no-answer", DialBridged: "false" }],
        ["call-status", { CallStatus: "completed", CallDuration: "9" }],
      ] as const) {
        const { status } = await line.post(topic, { ...call, ...said });
        answers.set(status, (answers.get(status) ?? 0) + 1);
      }
      await pause(20);
    }
  });
  let broken = 0;
  for (let storm = 0; storm < STORMS; storm += 1) {
    await pause(100);
    const { rowCount } = await reaper.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    broken += rowCount ?? 0;
  }
  isOver = true;
  await Promise.all(callers);
  expect(broken).toBeGreaterThan(STORMS);
  expect([...answers.keys()]).toEqual([200]);

  const received = () =>
    house.ports.scope(line.tenantId, SYSTEM, async ({ tx }) => {
      const rows = await tx.selectFrom("calls").select(["call_sid", "missed"]).execute();
      const events = await tx.selectFrom("call_events").select("id").execute();
      return { missed: rows.filter(({ missed }) => missed === true).length, events: events.length };
    });
  await expect.poll(received, { timeout: 40_000, interval: 250 }).toEqual({ missed: calls, events: calls * 3 });
}, 120_000);
