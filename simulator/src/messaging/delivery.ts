import type { PhoneNumber } from "../directory/phone-number.ts";
import { isTollFree } from "../directory/place.ts";
import type { World } from "../world.ts";
import type { Message, MessageStatus } from "./message.ts";
import { progressMessage } from "./progress.ts";

/** From a message's turn until the carrier's network has it, and from there until the handset has. */
const SENT_AFTER_MS = 300;
const DELIVERED_AFTER_MS = 1_500;

/**
 * Sends a message when its sender's lane is free: queued, sent, then delivered or undelivered with Twilio's error code.
 * One that would wait longer than its validity period fails with 30036.
 */
export function deliverMessage(world: World, message: Message, sender: PhoneNumber): void {
  const now = world.clock.now();
  const turnAt = takeTurn(world, message, sender);
  const later = (at: number, status: MessageStatus, errorCode?: () => number | null): void => {
    world.clock.schedule(at, () => progressMessage(world, message, status, { errorCode: errorCode?.() ?? null }));
  };
  if (message.status === "accepted") later(now, "queued");
  const expiresAt = now + message.validityPeriodS * 1_000;
  if (turnAt > expiresAt) return later(expiresAt, "failed", () => 30036);
  later(turnAt + SENT_AFTER_MS, "sent");
  world.clock.schedule(turnAt + DELIVERED_AFTER_MS, () => {
    const errorCode = obstacle(world, message, sender) ?? world.handOver(message);
    return progressMessage(world, message, errorCode === null ? "delivered" : "undelivered", { errorCode });
  });
}

/** When the message's turn comes; its segments occupy the sender's lane from then on. */
function takeTurn(world: World, message: Message, sender: PhoneNumber): number {
  const now = world.clock.now();
  const perSecond = isTollFree(sender.phoneNumber) ? world.throughput.tollFree : world.throughput.local;
  const turnAt = Math.max(now, world.lanes.get(sender.phoneNumber) ?? 0);
  world.lanes.set(sender.phoneNumber, turnAt + (message.numSegments * 1_000) / perSecond);
  return turnAt;
}

/** Why carriers do not let the message through. Source: Twilio, error dictionary: 30032, 30034. */
function obstacle(world: World, message: Message, sender: PhoneNumber): number | null {
  if (!sender.isRegistered) return isTollFree(sender.phoneNumber) ? 30032 : 30034;
  const { undelivered, errorCode } = world.faults.get().messages;
  return world.chance.happens(undelivered, "undelivered", message.sid) ? errorCode : null;
}
