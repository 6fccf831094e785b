import {
  createLiveClock,
  createSimulator,
  createVirtualClock,
  type MovableClock,
  type Simulator,
} from "@nevermisscall/simulator";
import { compose, type House } from "../compose.ts";
import { allModules } from "../modules/all-modules.ts";
import { authenticate } from "../modules/identity/index.ts";
import { readConfiguration } from "../platform/config/configuration.ts";
import type { DatabaseAddress } from "../platform/database/database.ts";
import { createLog } from "../platform/telemetry/log.ts";
import { createTwilioTelephony } from "../providers/telephony/twilio.ts";
import { worldClock } from "../start/carrier.ts";

/** The whole house and a carrier on the wire, on one clock. */
export type World = {
  clock: MovableClock;
  simulator: Simulator;
  house: House;
  url: string;
  close(): Promise<void>;
};

export type WorldOptions = {
  /** A migrated database of the world's own. */
  database: DatabaseAddress;
  secret: Buffer;
  startAt: Temporal.Instant;
  /** Whether time passes by itself from then on, for measurements; unless told it stands still until it is moved. */
  runs?: boolean;
  /** Whether what falls due at one moment happens at once: much faster with crowds, but no longer in an order that replays. */
  together?: boolean;
  seed?: number | string;
  /** Between two comparisons with the carrier's lists; none unless given. */
  reconcileMinutes?: number;
  logLevel?: "error" | "silent";
};

/** Raises a world: the simulator listens, the house listens and works, both follow the clock. */
export async function raiseWorld(options: WorldOptions): Promise<World> {
  const clock = await startClock(options);
  const simulator = createSimulator({ clock, seed: options.seed ?? 1 });
  const carrierUrl = await simulator.listen(0);
  const NMC_RECONCILE_MINUTES = String(options.reconcileMinutes ?? 0);
  const config = readConfiguration(
    { NODE_ENV: "test", NMC_DEMO: "true", NMC_TELEPHONY_URL: carrierUrl, NMC_RECONCILE_MINUTES },
    "/",
  );
  const house = await compose({
    config,
    secret: options.secret,
    database: options.database,
    clock: worldClock(clock),
    log: createLog(options.logLevel ?? "error"),
    telephony: createTwilioTelephony({ baseUrl: carrierUrl }),
    modules: allModules,
    authenticate,
  });
  await house.listen("127.0.0.1", 0);
  const url = addressOf(house);
  config.publicUrl = url;
  await house.startWork();
  const leave = clock.settleWith(() => house.settled());
  return {
    clock,
    simulator,
    house,
    url,
    async close() {
      leave();
      await simulator.close();
      await house.stop();
    },
  };
}

/** A clock that runs can only be moved ahead: a moment that has passed is now. */
async function startClock({ startAt, runs = false, together = false }: WorldOptions): Promise<MovableClock> {
  if (!runs) return createVirtualClock(startAt.epochMilliseconds, { together });
  const clock = createLiveClock();
  await clock.advanceTo(startAt.epochMilliseconds);
  return clock;
}

function addressOf(house: House): string {
  const address = house.app.server.address();
  if (address === null || typeof address === "string") throw new Error("The house does not listen on a port.");
  return `http://127.0.0.1:${address.port}`;
}
