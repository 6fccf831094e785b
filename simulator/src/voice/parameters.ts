import { placeOf } from "../directory/place.ts";
import type { Parameters } from "../webhooks/signing.ts";
import type { World } from "../world.ts";
import type { Call } from "./call.ts";
import { talkSeconds } from "./call.ts";

/** "Tue, 09 Nov 2021 08:32:46 +0000": RFC 2822, as Twilio writes time. */
export const rfc2822 = (at: number): string => new Date(at).toUTCString().replace("GMT", "+0000");

const knownPlace = (world: World, number: string) => world.handsets.get(number)?.place ?? placeOf(number);

/** City, state, ZIP and country of both ends, under the prefixes that Twilio uses for calls and messages. */
export function placeParameters(world: World, prefixes: Record<string, string>): Parameters {
  const params: Parameters = {};
  for (const [prefix, number] of Object.entries(prefixes)) {
    const { city, state, zip, country } = knownPlace(world, number);
    params[`${prefix}City`] = city;
    params[`${prefix}State`] = state;
    params[`${prefix}Zip`] = zip;
    params[`${prefix}Country`] = country;
  }
  return params;
}

/** The parameters of every voice request. Source: recorded requests; Twilio, "TwiML for Programmable Voice: request parameters". */
export function callParameters(world: World, call: Call, status: string = call.status): Parameters {
  return {
    CallSid: call.sid,
    AccountSid: call.accountSid,
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
    CallStatus: status,
    ApiVersion: "2010-04-01",
    Direction: call.direction,
    ...placeParameters(world, { From: call.from, To: call.to, Caller: call.from, Called: call.to }),
    ...(call.forwardedFrom === null ? {} : { ForwardedFrom: call.forwardedFrom, CalledVia: call.forwardedFrom }),
    ...(call.parentCallSid === null ? {} : { ParentCallSid: call.parentCallSid }),
    ...(call.answeredBy === null ? {} : { AnsweredBy: call.answeredBy }),
  };
}

/** What a status callback says beyond that. `Duration` is in minutes begun, `CallDuration` in seconds. */
export function progressParameters(world: World, call: Call, status: string): Parameters {
  const seconds = talkSeconds(call);
  const hasEnded = call.endedAt !== null;
  return {
    ...callParameters(world, call, status),
    Timestamp: rfc2822(world.carrierNow()),
    CallbackSource: "call-progress-events",
    SequenceNumber: String(call.callbacksSent),
    ...(hasEnded ? { CallDuration: String(seconds) } : {}),
    ...(hasEnded && seconds > 0 ? { Duration: String(Math.ceil(seconds / 60)) } : {}),
    ...(hasEnded && call.direction !== "inbound" ? { SipResponseCode: sipResponseCodes[call.status] ?? "200" } : {}),
  };
}

const sipResponseCodes: Readonly<Record<string, string>> = {
  completed: "200",
  busy: "486",
  failed: "404",
  "no-answer": "487",
  canceled: "487",
};
