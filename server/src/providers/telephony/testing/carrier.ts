import { createSimulator, createVirtualClock, type FaultsChange } from "@nevermisscall/simulator";
import { onTestFinished } from "vitest";
import { createTwilioTelephony } from "../twilio.ts";

export const BUSINESS = "+15125550100";
export const CUSTOMER = "+15125550142";
export const LANDLINE = "+15125550143";

export const ACCOUNT = { accountSid: `AC${"a".repeat(32)}`, authToken: "b".repeat(32) };
export const START = Temporal.Instant.from("2026-03-03T16:00:00Z");

/** A simulated carrier on the wire with one business and two phones, and our adapter in front of it. */
export async function startCarrier(faults: FaultsChange = {}) {
  const clock = createVirtualClock(START.epochMilliseconds);
  const simulator = createSimulator({
    clock,
    seed: 7,
    faults,
    accounts: [
      {
        sid: ACCOUNT.accountSid,
        authToken: ACCOUNT.authToken,
        numbers: [{ phoneNumber: BUSINESS, friendlyName: "Shop" }],
      },
    ],
    handsets: [{ number: CUSTOMER }, { number: LANDLINE, lineType: "landline" }],
  });
  onTestFinished(() => simulator.close());
  const baseUrl = await simulator.listen();
  return { simulator, clock, baseUrl, telephony: createTwilioTelephony({ baseUrl, timeoutMs: 2000 }) };
}

export const text = (change: object = {}) => ({
  from: BUSINESS,
  to: CUSTOMER,
  body: "Sorry we missed your call.",
  mediaUrls: [],
  statusCallback: "https://nmc.example.test/hooks/t/token/sms-status?oid=1",
  validitySeconds: 600,
  ...change,
});
