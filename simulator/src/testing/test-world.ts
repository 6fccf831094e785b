import type { Twilio } from "twilio";
import type { MovableClock } from "../clock/clock.ts";
import { createVirtualClock } from "../clock/clocks.ts";
import type { AccountSpec } from "../directory/seed.ts";
import { createSimulator, type Simulator, type SimulatorOptions } from "../simulator.ts";
import { type Receiver, startReceiver, type TwimlByPath } from "./receiver.ts";
import { twilioClient } from "./twilio-client.ts";

/** The people of the tests. */
export const business = "+12125550100";
export const owner = "+12125550101";
export const customer = "+12125550102";
export const partner = "+12125550103";

/** Monday, 3 March 2025, 10:00 in New York. */
export const monday = Date.parse("2025-03-03T15:00:00Z");

export interface TestWorld extends AsyncDisposable {
  simulator: Simulator;
  clock: MovableClock;
  receiver: Receiver;
  client: Twilio;
  account: { sid: string; authToken: string };
}

/**
 * A simulator on a virtual clock, a server that verifies its webhooks and answers with `twiml` by path, and the official
 * client. The business's number asks /voice, /voice-fallback, /voice-status, /sms and /sms-fallback.
 */
export async function startTestWorld(
  twiml: TwimlByPath = {},
  options: Omit<SimulatorOptions, "accounts"> & { account?: AccountSpec } = {},
): Promise<TestWorld> {
  const account = { sid: `AC${"1".repeat(32)}`, authToken: "token-one" };
  const receiver = await startReceiver(account.authToken, twiml);
  const clock = createVirtualClock(monday);
  const simulator = createSimulator({
    clock,
    seed: 7,
    handsets: [
      { number: owner, name: "Olive Owner" },
      { number: customer, name: "Carl Customer" },
      { number: partner, name: "Pia Partner" },
    ],
    ...options,
    accounts: [
      {
        ...account,
        ...options.account,
        numbers: [
          {
            phoneNumber: business,
            voiceUrl: `${receiver.url}/voice`,
            voiceFallbackUrl: `${receiver.url}/voice-fallback`,
            statusCallback: `${receiver.url}/voice-status`,
            smsUrl: `${receiver.url}/sms`,
            smsFallbackUrl: `${receiver.url}/sms-fallback`,
          },
          ...(options.account?.numbers ?? []),
        ],
      },
    ],
  });
  await simulator.listen();
  return {
    simulator,
    clock,
    receiver,
    account,
    client: twilioClient(account, simulator.url),
    async [Symbol.asyncDispose]() {
      await simulator.close();
      await receiver.close();
    },
  };
}
