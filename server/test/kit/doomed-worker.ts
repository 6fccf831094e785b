import { z } from "zod";
import { compose } from "../../src/compose.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { createLog } from "../../src/platform/telemetry/log.ts";
import { createTwilioTelephony } from "../../src/providers/telephony/twilio.ts";

const role = z.looseObject({});
const address = z.object({ owner: role, app: role, platform: role });

/** A process of its own that takes every job, says so, and never finishes one: its parent kills it. */
const house = await compose({
  config: readConfiguration({ NODE_ENV: "test" }, "/"),
  secret: Buffer.alloc(32),
  database: address.parse(JSON.parse(process.argv[2] ?? "")),
  clock: systemClock,
  log: createLog("silent"),
  telephony: createTwilioTelephony({ baseUrl: "http://127.0.0.1:9" }),
  modules: [
    {
      name: "doomed",
      purpose: "Never finishes.",
      uses: [],
      tables: [],
      jobs: [
        {
          name: "test.job",
          run: () => {
            process.send?.("at it");
            return new Promise<void>(() => undefined);
          },
        },
      ],
    },
  ],
  authenticate: async () => null,
});
// It does not outlive its parent, whatever becomes of that.
process.on("disconnect", () => process.exit());
await house.startWork();
