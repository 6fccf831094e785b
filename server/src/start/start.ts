import type { Logger } from "pino";
import { compose, type House } from "../compose.ts";
import { demoAnswers } from "../demo/cast.ts";
import { enrolInSimulator } from "../demo/enrol.ts";
import { seedDemo } from "../demo/seed.ts";
import { allModules } from "../modules/all-modules.ts";
import { authenticate } from "../modules/identity/index.ts";
import { pointNumbersHere } from "../modules/numbers/index.ts";
import { systemClock } from "../platform/clock.ts";
import type { Configuration } from "../platform/config/configuration.ts";
import { installationSecret } from "../platform/config/installation-secret.ts";
import { migrateUp } from "../platform/database/migrate.ts";
import { claimInstance, listenOnFreePort } from "../platform/instance/index.ts";
import { createLog } from "../platform/telemetry/log.ts";
import { createTwilioTelephony } from "../providers/telephony/twilio.ts";
import { provideCarrier } from "./carrier.ts";
import { provideDatabase } from "./database.ts";
import { mountsFor } from "./mounts.ts";
import { announceIfSlow } from "./progress.ts";

export type RunningServer = { url: string; house: House; stop(): Promise<void> };

/**
 * Brings everything up: the claim on the data directory, the database, its schema, the carrier, the house, the demo.
 * `say` gets a sentence for each step that a person may want to know of.
 * @throws a refusal with an exit code (already running, port taken) or a ConfigurationError, each one sentence.
 */
export async function startServer(config: Configuration, say: (sentence: string) => void): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const claim = claimInstance(config.dataDirectory);
    undo.push(() => claim.release());
    const secret = installationSecret(config);
    const database = await provideDatabase(config, secret, spoken(log));
    undo.push(database.stop);
    await migrateUp(database.address);
    if (config.demo) {
      const slow = announceIfSlow(say, "Playing a week of the demo business, once …");
      await seedDemo({ database: database.address, secret, now: systemClock.now() }).finally(slow);
    }
    const carrier = await provideCarrier(config);
    undo.push(carrier.stop);
    const running = { ...config, carrier: { ...config.carrier, url: carrier.url } };
    const telephony = createTwilioTelephony({ baseUrl: carrier.url });
    const house = await compose({
      config: running,
      secret,
      database: database.address,
      clock: carrier.clock,
      log,
      telephony,
      modules: allModules,
      answers: config.demo ? demoAnswers : [],
      mounts: mountsFor(carrier),
      authenticate,
    });
    undo.push(() => house.stop());

    const port = await listenOnFreePort({
      port: config.port,
      listen: (candidate) => house.listen(config.host, candidate),
      say,
    });
    const url = config.publicUrl ?? `http://localhost:${port}`;
    running.publicUrl = url;
    if (carrier.simulator !== null) await enrolInSimulator(house.ports, carrier.simulator);
    await pointNumbersHere(house.ports);
    if (config.roles.includes("worker")) await house.startWork();
    claim.announce(url);
    return { url, house, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function spoken(log: Logger) {
  return {
    info: (text: string) => log.debug(text),
    warn: (text: string) => log.warn(text),
    error: (text: string) => log.error(text),
  };
}
