import { createLiveClock, createSimulator, type MovableClock, type Simulator } from "@nevermisscall/simulator";
import type { Clock } from "../platform/clock.ts";
import { systemClock } from "../platform/clock.ts";
import type { Configuration } from "../platform/config/configuration.ts";

/** The carrier that this installation talks to, and the clock that goes with it. */
export type Carrier = { url: string | null; clock: Clock; simulator: Simulator | null; stop(): Promise<void> };

/** The built-in simulator with its movable clock, or the real carrier with the machine's. */
export async function provideCarrier(config: Configuration): Promise<Carrier> {
  if (config.carrier.kind === "twilio" || config.carrier.url !== null) {
    return { url: config.carrier.url, clock: systemClock, simulator: null, stop: async () => undefined };
  }
  const clock = createLiveClock();
  // A seed of its own each start: call and message SIDs must never repeat over one database.
  const simulator = createSimulator({ clock, seed: `${process.pid}-${clock.now()}` });
  const url = await simulator.listen(config.carrier.simulatorPort ?? 0);
  return { url, clock: worldClock(clock), simulator, stop: () => simulator.close() };
}

/** The server's clock as the simulated world shows it: moving the world moves the server. */
export function worldClock(clock: Pick<MovableClock, "now" | "schedule">): Clock {
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Math.floor(clock.now())),
    schedule: (at, task) => clock.schedule(at.epochMilliseconds, task),
  };
}
