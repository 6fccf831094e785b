import type { PhoneNumber } from "../directory/phone-number.ts";
import { toE164 } from "../directory/place.ts";
import type { Line } from "../handsets/line.ts";
import type { World } from "../world.ts";
import type { Call } from "./call.ts";
import { runCall } from "./interpreter.ts";
import { createLeg, hangUp, play } from "./leg.ts";
import { progress } from "./progress.ts";

/**
 * Someone's call arrives at a number of the carrier: the number's voice hook says what to do with it. Resolves when the
 * hook has been asked, whatever it answered.
 */
export function receiveCall(
  world: World,
  line: Line,
  number: PhoneNumber,
  from: string,
  forwardedFrom: string | undefined,
): Promise<void> {
  const now = world.carrierNow();
  const call: Call = {
    sid: world.chance.sid("CA"),
    accountSid: number.accountSid,
    parentCallSid: null,
    phoneNumberSid: number.sid,
    direction: "inbound",
    from: toE164(from) ?? from,
    to: number.phoneNumber,
    forwardedFrom: forwardedFrom ?? null,
    status: "ringing",
    answeredBy: null,
    createdAt: now,
    updatedAt: now,
    startedAt: now,
    answeredAt: null,
    endedAt: null,
    history: [],
    statusCallback: number.statusCallback && { ...number.statusCallback, events: ["completed"] },
    callbacksSent: 0,
  };
  world.ledger.calls.put(call);
  const leg = createLeg(world, call, line);
  progress(world, call, "ringing");
  const { voice: hook, voiceFallback: fallback } = number;
  if (hook) return new Promise((asked) => void runCall(world, leg, { kind: "voice", hook, fallback }, asked));
  void play(world, leg, "This number is not in service.", 4_000).then(() => hangUp(leg, "failed"));
  return Promise.resolve();
}
