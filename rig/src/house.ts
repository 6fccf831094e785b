import { compose, type House } from "../../../server/src/compose.ts";
import { allModules } from "../../../server/src/modules/all-modules.ts";
import { authenticate } from "../../../server/src/modules/identity/index.ts";
import { systemClock } from "../../../server/src/platform/clock.ts";
import { readConfiguration } from "../../../server/src/platform/config/configuration.ts";
import type { DatabaseAddress } from "../../../server/src/platform/database/database.ts";
import { createLog } from "../../../server/src/platform/telemetry/log.ts";
import { createTwilioTelephony } from "../../../server/src/providers/telephony/twilio.ts";

/** The whole product on the machine's clock; it neither listens nor works yet, and no carrier answers it. */
export async function openHouse(at: { database: DatabaseAddress; secret: Buffer; publicUrl: string }): Promise<House> {
  return compose({
    config: readConfiguration({ NODE_ENV: "test", PUBLIC_URL: at.publicUrl }, "/"),
    secret: Buffer.from(at.secret),
    database: at.database,
    clock: systemClock,
    log: createLog("warn"),
    telephony: createTwilioTelephony({ baseUrl: at.publicUrl }),
    modules: allModules,
    authenticate,
  });
}
