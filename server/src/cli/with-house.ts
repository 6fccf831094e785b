import { compose, type House } from "../compose.ts";
import { allModules } from "../modules/all-modules.ts";
import { authenticate } from "../modules/identity/index.ts";
import { systemClock } from "../platform/clock.ts";
import { migrateUp } from "../platform/database/migrate.ts";
import { createLog } from "../platform/telemetry/log.ts";
import { createTwilioTelephony } from "../providers/telephony/twilio.ts";
import { withDatabase } from "./with-database.ts";

/** Gives a command the house on the installation's migrated database, without pages and without work going on. */
export async function withHouse<Result>(work: (house: House) => Promise<Result>): Promise<Result> {
  return withDatabase(async ({ config, secret, address }) => {
    await migrateUp(address);
    const telephony = createTwilioTelephony({ baseUrl: config.carrier.url });
    const house = await compose({
      config,
      secret,
      database: address,
      clock: systemClock,
      log: createLog("silent"),
      telephony,
      modules: allModules,
      authenticate,
    });
    try {
      return await work(house);
    } finally {
      await house.stop();
    }
  });
}
