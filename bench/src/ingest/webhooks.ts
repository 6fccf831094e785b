import { randomBytes } from "node:crypto";
import twilio from "twilio";
import type { Line } from "../ground/line.ts";

/** A status callback as the carrier sends it; no two have the same call. */
export type SignedWebhook = { path: string; headers: Record<string, string>; body: string };

/** Makes `count` of them, signed with the line's auth token. */
export function signedWebhooks(line: Line, count: number): SignedWebhook[] {
  const path = hookPath(line);
  const url = `${line.publicUrl}${path}`;
  return callSids(count).map((callSid) => {
    const params = statusCallback(line, callSid);
    return {
      path,
      headers: {
        "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
        "user-agent": "TwilioProxy/1.1",
        "x-twilio-signature": twilio.getExpectedTwilioSignature(line.authToken, url, params),
      },
      body: new URLSearchParams(params).toString(),
    };
  });
}

export function hookPath({ hookToken }: Line): string {
  return `/hooks/t/${hookToken}/call-status`;
}

/** Distinct sids of calls, shaped as Twilio's: two letters and 32 hexadecimal digits. */
export function callSids(count: number): string[] {
  const series = randomBytes(12).toString("hex");
  return Array.from({ length: count }, (_none, index) => `CA${series}${index.toString(16).padStart(8, "0")}`);
}

/** The 28 fields of a call's status callback. Twilio, "Programmable Voice: StatusCallback HTTP parameters". */
export function statusCallback({ accountSid, phoneNumber }: Line, callSid: string): Record<string, string> {
  const caller = "+15125550142";
  return {
    Called: phoneNumber,
    ToState: "TX",
    CallerCountry: "US",
    Direction: "inbound",
    Timestamp: "Tue, 03 Mar 2026 16:00:00 +0000",
    CallbackSource: "call-progress-events",
    CallerState: "TX",
    ToZip: "78701",
    SequenceNumber: "0",
    CallSid: callSid,
    To: phoneNumber,
    CallerZip: "78701",
    ToCountry: "US",
    CalledZip: "78701",
    ApiVersion: "2010-04-01",
    CalledCity: "AUSTIN",
    CallStatus: "completed",
    From: caller,
    AccountSid: accountSid,
    CalledCountry: "US",
    CallerCity: "AUSTIN",
    ToCity: "AUSTIN",
    FromCountry: "US",
    Caller: caller,
    FromCity: "AUSTIN",
    CalledState: "TX",
    FromZip: "78701",
    FromState: "TX",
  };
}
