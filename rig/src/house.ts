import { compose, type House } from "../../server/src/compose.ts";
import { allModules } from "../../server/src/modules/all-modules.ts";
import { authenticate } from "../../server/src/modules/identity/index.ts";
import { type Clock, systemClock } from "../../server/src/platform/clock.ts";
import { readConfiguration } from "../../server/src/platform/config/configuration.ts";
import type { DatabaseAddress } from "../../server/src/platform/database/database.ts";
import type { Module } from "../../server/src/platform/module.ts";
import { createLog } from "../../server/src/platform/telemetry/log.ts";
import { createTwilioTelephony } from "../../server/src/providers/telephony/twilio.ts";

export type HousePlace = {
  database: DatabaseAddress;
  secret: Buffer;
  publicUrl: string;
  /** Where its carrier is reached; without one nobody answers it. */
  carrierUrl?: string;
  /** The machine's unless given. */
  clock?: Clock;
  logLevel?: "warn" | "silent";
  /** All of them unless given. */
  modules?: readonly Module[];
};

/** The whole product; it neither listens nor works yet. */
export async function openHouse(at: HousePlace): Promise<House> {
  return compose({
    config: readConfiguration({ NODE_ENV: "test", PUBLIC_URL: at.publicUrl, NMC_RECONCILE_MINUTES: "0" }, "/"),
    secret: Buffer.from(at.secret),
    database: at.database,
    clock: at.clock ?? systemClock,
    log: createLog(at.logLevel ?? "warn"),
    telephony: createTwilioTelephony({ baseUrl: at.carrierUrl ?? at.publicUrl }),
    modules: at.modules ?? allModules,
    authenticate,
  });
}
