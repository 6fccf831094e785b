import { createLiveClock, createSimulator, type FaultsChange, type Simulator } from "@nevermisscall/simulator";
import type { Town } from "../../../rig/src/town.ts";
import { createPoster } from "./post.ts";

export type CarrierOptions = {
  seed: number;
  /** Where the server of the moment listens; asked before each webhook. */
  origin(): Promise<string>;
  faults?: FaultsChange;
  /** How far its clock is ahead of the machine's. */
  aheadMs?: number;
};

/** Carries the texts of a town's businesses, on the machine's clock, and reports what becomes of them. */
export type Carrier = {
  url: string;
  simulator: Simulator;
  close(): Promise<void>;
};

/** Twilio waits no longer for an answer ("Webhooks: connection overrides", tt). */
const LONGEST_ANSWER_MS = 15_000;
/** Everything that is carried in one run stays known. */
const KEEP = 10_000_000;

export async function startCarrier(
  { lines }: Town,
  { seed, origin, faults = {}, aheadMs = 0 }: CarrierOptions,
): Promise<Carrier> {
  const clock = createLiveClock();
  await clock.advanceTo(clock.now() + aheadMs);
  const poster = createPoster(LONGEST_ANSWER_MS);
  const simulator = createSimulator({
    clock,
    seed,
    faults,
    keep: KEEP,
    // A text a second would make the runs wait for the carrier, not for the product.
    throughput: { local: 1_000, tollFree: 1_000 },
    accounts: lines.map(({ accountSid, authToken, phoneNumber }) => ({
      sid: accountSid,
      authToken,
      numbers: [{ phoneNumber }],
    })),
    async transport({ url, headers, body = "" }) {
      const { pathname, search } = new URL(url);
      try {
        const answer = await poster.post(await origin(), { path: `${pathname}${search}`, headers, body });
        return { kind: "answered", contentType: "", location: undefined, ...answer };
      } catch (error) {
        return { kind: "failed", reason: "ct", message: error instanceof Error ? error.message : String(error) };
      }
    },
  });
  return {
    url: await simulator.listen(0),
    simulator,
    async close() {
      await simulator.close();
      poster.close();
    },
  };
}
