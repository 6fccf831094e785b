import type { Message } from "../messaging/message.ts";
import { type Call, talkSeconds } from "../voice/call.ts";
import type { World } from "../world.ts";

const CALL_A_MINUTE = 0.0085;
const TEXT_A_SEGMENT = 0.0079;

/** What a call cost, negative as Twilio writes charges; null for one that cost nothing or is not priced yet. */
export function callPrice(world: World, call: Call): string | null {
  const seconds = talkSeconds(call);
  if (seconds === 0 || !isPriced(world, call.endedAt)) return null;
  return (-CALL_A_MINUTE * Math.ceil(seconds / 60)).toFixed(5);
}

/** What a text cost, likewise. */
export function messagePrice(world: World, message: Message): string | null {
  return isPriced(world, message.sentAt) ? (-TEXT_A_SEGMENT * message.numSegments).toFixed(5) : null;
}

function isPriced(world: World, at: number | null): boolean {
  return at !== null && world.carrierNow() - at >= world.faults.get().lists.pricedAfterMs;
}
