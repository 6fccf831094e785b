import { randomBytes } from "node:crypto";
import type { Line, Town } from "../../../rig/src/town.ts";
import { type SignedWebhook, signWebhook } from "../../../rig/src/webhooks.ts";

/** Makes `count` status callbacks, dealt out among the businesses; no two are about the same call. */
export function signedWebhooks({ publicUrl, lines }: Town, count: number): SignedWebhook[] {
  return callsTo(lines, count).map(({ line, callSid }) =>
    signWebhook(line, publicUrl, "call-status", statusCallback(line, callSid)),
  );
}

/** Calls to each line in turn, with distinct sids as Twilio shapes them: two letters and 32 hexadecimal digits. */
export function callsTo(lines: readonly Line[], count: number): { line: Line; callSid: string }[] {
  const series = randomBytes(12).toString("hex");
  const rounds = Array.from({ length: Math.ceil(count / lines.length) }, () => lines);
  return rounds
    .flat()
    .slice(0, count)
    .map((line, index) => ({ line, callSid: `CA${series}${index.toString(16).padStart(8, "0")}` }));
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
