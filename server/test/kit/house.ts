import { onTestFinished } from "vitest";
import type { Module } from "#platform/module.ts";
import type { Telephony } from "#providers/telephony/port.ts";
import { compose, type House } from "../../src/compose.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import type { DatabaseAddress } from "../../src/platform/database/database.ts";
import { createLog } from "../../src/platform/telemetry/log.ts";
import { type TestClock, testClock } from "./clock.ts";
import { TEST_SECRET } from "./cluster.ts";
import { databaseForThisTest } from "./database.ts";

export type TestHouse = House & { clock: TestClock };

export type TestHouseOptions = {
  at?: string;
  clock?: TestClock;
  telephony?: Telephony;
  /** Fewer modules, or a test's own beside them. */
  modules?: readonly Module[];
  database?: DatabaseAddress;
  /** Between two comparisons with the carrier's lists; none unless given. */
  reconcileMinutes?: number;
  /** Silent for a test of failures that would fill the output. */
  logLevel?: "warn" | "error" | "silent";
  /** What is to read the log. */
  readLog?: (line: string) => void;
};

/** A Tuesday, 10:00 in Austin, Texas. */
export const TUESDAY_MORNING = "2026-03-03T16:00:00Z";

/**
 * A house for tests: a database of its own, a clock that stands still, every module. Jobs, timers and services run only
 * after `startWork()`. Without `telephony` there is no carrier: a test that needs one brings the simulator.
 */
export async function openTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const clock = options.clock ?? testClock(options.at ?? TUESDAY_MORNING);
  const { authenticate } = await import("../../src/modules/identity/index.ts");
  const house = await compose({
    config: readConfiguration(
      {
        NODE_ENV: "test",
        PUBLIC_URL: "https://nmc.example.test",
        LOG_LEVEL: "error",
        NMC_DEMO: "true",
        NMC_RECONCILE_MINUTES: String(options.reconcileMinutes ?? 0),
      },
      "/",
    ),
    secret: TEST_SECRET,
    database: options.database ?? (await databaseForThisTest()),
    clock,
    log: createLog(options.logLevel ?? "error", options.readLog && { write: options.readLog }),
    telephony: options.telephony ?? noCarrier,
    modules: options.modules ?? (await import("../../src/modules/all-modules.ts")).allModules,
    authenticate,
  });
  onTestFinished(() => house.stop());
  return { ...house, clock };
}

const noCarrier: Telephony = new Proxy({} as Telephony, {
  get: (_target, name) => () => Promise.reject(new Error(`This test has no carrier, but ${String(name)} was called.`)),
});
