import type { Scope } from "#platform/scope.ts";
import type { MessageClass } from "./wish.ts";

/** T-Mobile's lowest limit of texts a day for a registered business (Twilio, "Message throughput and T-Mobile limits"). */
export const USUAL_DAILY_CAP = 2000;
/** The carriers count days in this zone. */
const CARRIERS_ZONE = "America/Los_Angeles";
/** What may leave at once after a pause; the carrier itself spreads it out. */
const BURST_SECONDS = 10;

export type Bucket = { tokens: number; refilled_at: Temporal.Instant; messages_per_second: number };

/**
 * A token bucket. A reply may take a token that is still to come, and is told when; a campaign waits until replies have
 * left one over. Returns the bucket afterwards and the moment of leaving; without a moment nothing was taken.
 */
export function takeToken(bucket: Bucket, now: Temporal.Instant, isReply: boolean) {
  const rate = bucket.messages_per_second;
  const elapsed = Math.max(0, now.since(bucket.refilled_at).total("seconds"));
  const tokens = Math.min(Math.max(1, rate * BURST_SECONDS), bucket.tokens + elapsed * rate);
  const wait = Math.ceil((Math.max(0, 1 - tokens) / rate) * 1000);
  const leaves_at = now.add({ milliseconds: wait });
  if (!isReply && wait > 0) return { bucket: { ...bucket, tokens, refilled_at: now }, taken: false, leaves_at };
  return { bucket: { ...bucket, tokens: tokens - 1, refilled_at: now }, taken: true, leaves_at };
}

/** Replies to people go ahead of campaigns. */
export function isReply(messageClass: MessageClass): boolean {
  return messageClass === "conversational" || messageClass === "transactional";
}

/** The date by which the carriers count a day's texts. */
export function carriersDay(now: Temporal.Instant): string {
  return now.toZonedDateTimeISO(CARRIERS_ZONE).toPlainDate().toString();
}

/** `hasPlace`: the moment is this text's own; without, it has to ask again then. */
export type Admission = { admitted: true } | { admitted: false; at: Temporal.Instant; hasPlace: boolean };

/**
 * Asks the sender's lane for room now. A reply that has to wait keeps its place, and is admitted at that moment without
 * being asked again; a campaign asks again.
 */
export async function enterLane(
  scope: Scope,
  phoneNumberId: string,
  message: { class: MessageClass; hasPlace: boolean },
): Promise<Admission> {
  const now = scope.now();
  const lane = await lockLane(scope, phoneNumberId);
  if (lane.paused_until !== null && Temporal.Instant.compare(lane.paused_until, now) > 0)
    return { admitted: false, at: lane.paused_until, hasPlace: message.hasPlace };
  const bucket = { ...lane, tokens: Number(lane.tokens), messages_per_second: Number(lane.messages_per_second) };
  const turn = message.hasPlace
    ? { bucket, taken: true, leaves_at: now }
    : takeToken(bucket, now, isReply(message.class));
  const day = carriersDay(now);
  await scope.tx
    .updateTable("sender_lanes")
    .set({
      tokens: turn.bucket.tokens.toFixed(4),
      refilled_at: turn.bucket.refilled_at,
      today: day,
      sent_today: (lane.today === day ? lane.sent_today : 0) + (turn.taken && !message.hasPlace ? 1 : 0),
    })
    .where("tenant_id", "=", scope.tenantId)
    .where("phone_number_id", "=", phoneNumberId)
    .execute();
  const isNow = turn.taken && Temporal.Instant.compare(turn.leaves_at, now) <= 0;
  return isNow ? { admitted: true } : { admitted: false, at: turn.leaves_at, hasPlace: turn.taken };
}

/** Lets nothing leave a number until then. */
export async function pauseLane(scope: Scope, phoneNumberId: string, until: Temporal.Instant, reason: string) {
  await lockLane(scope, phoneNumberId);
  await scope.tx
    .updateTable("sender_lanes")
    .set({ paused_until: until, pause_reason: reason })
    .where("tenant_id", "=", scope.tenantId)
    .where("phone_number_id", "=", phoneNumberId)
    .execute();
}

/** Nobody else changes the lane before the transaction ends; the first who asks for it opens it. */
async function lockLane(scope: Scope, phoneNumberId: string) {
  return scope.tx
    .insertInto("sender_lanes")
    .values({
      tenant_id: scope.tenantId,
      phone_number_id: phoneNumberId,
      tokens: BURST_SECONDS,
      refilled_at: scope.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "phone_number_id"])
        .doUpdateSet((eb) => ({ tokens: eb.ref("sender_lanes.tokens") })),
    )
    .returning(["messages_per_second", "tokens", "refilled_at", "paused_until", "today", "sent_today"])
    .executeTakeFirstOrThrow();
}
