import { isListed, occurredAt, type StoredWebhook } from "#intake";
import { getNumber } from "#numbers";
import type { Scope } from "#platform/scope.ts";
import type { Call } from "./calls.ts";
import { conclude } from "./conclude.ts";
import { recordNotice } from "./consent.ts";
import { countedOf } from "./counted.ts";
import { isArrival, isOfLeg } from "./fold.ts";
import { appendEvents, callSidOf, type HeardEvent, openCall, selectEvents } from "./ledger.ts";
import { saveParticipants } from "./participants.ts";
import { planRinging, type RingPlan } from "./ring-plan.ts";
import { callStarted } from "./schema.ts";
import { setTimerOf } from "./settle.ts";

/**
 * Takes webhooks about one call into the ledger, each once, and draws the conclusions. Of a call that is final the ledger
 * still grows, but nothing changes any more, except by the carrier's own list: what was lost is put right, and its price is
 * known late.
 */
export async function receiveOfCall(
  scope: Scope,
  webhooks: readonly [StoredWebhook, ...StoredWebhook[]],
): Promise<void> {
  const [first] = webhooks;
  const callSid = callSidOf(first.topic, first.params);
  if (callSid === null) throw new Error(`The webhook ${first.id} names no call.`);
  const arrival = webhooks.find(({ topic }) => isArrival(topic));
  const [{ call, isNew }, plan] = await Promise.all([
    openCall(scope, first, callSid),
    arrival === undefined ? null : planOf(scope, arrival),
  ]);
  if (isNew) await announceStart(scope, call, first);
  const heard = webhooks.map((webhook) => eventOf(webhook, plan));
  const news = await appendEvents(scope, call, heard);
  if (news.length === 0 || (call.is_final && !webhooks.some(({ topic }) => isListed(topic)))) return;
  const ledger = isNew ? news : countedOf(await selectEvents(scope, call.id), call.finalized_at);
  const conclusion = await conclude(scope, call, ledger, call.is_final);
  const isTurn = isNew || hasTurned(call, conclusion.call);
  const isOnlyOfCall = !news.some(({ event_type }) => isOfLeg(event_type));
  if (isTurn || !isOnlyOfCall) await saveParticipants(scope, conclusion.call, conclusion.state);
  if (isTurn || plan !== null) await setTimerOf(scope, conclusion);
  const noticed = news.find(({ event_type }) => isAnsweredWithNotice(event_type, plan));
  if (noticed !== undefined) await recordNotice(scope, conclusion.call, noticed.webhook);
}

function eventOf(webhook: StoredWebhook, plan: RingPlan | null): HeardEvent {
  const ring_plan = isArrival(webhook.topic) ? plan : null;
  return {
    webhook,
    event_type: webhook.topic,
    event_key: webhook.dedupeKey,
    occurred_at: occurredAt(webhook),
    payload: { ...webhook.params, ...(ring_plan === null ? {} : { ring_plan }) },
  };
}

/** Whether the call took a turn; without one, the time of its next look stands. */
function hasTurned(before: Call, after: Call): boolean {
  return after.ended_at !== null || after.missed !== before.missed;
}

/** What is done with calls to the number, kept with the call's arrival: settings may change while it lasts. */
async function planOf(scope: Scope, webhook: StoredWebhook): Promise<RingPlan> {
  const number = await getNumber(scope, webhook.number.id);
  const settings = {
    // CHECK constraints hold the closed sets.
    installation: number.installation as "own" | "forwarded",
    ringStrategy: number.ring_strategy as "together" | "in_turn",
    forwardTo: number.forward_to,
    ringTimeoutSeconds: number.ring_timeout_seconds,
    screeningEnabled: number.screening_enabled,
  };
  return planRinging(settings, webhook.params["ForwardedFrom"]);
}

/** Whether our answer to a webhook of this topic told the caller of a missed call what happens next. */
function isAnsweredWithNotice(topic: string, plan: RingPlan | null): boolean {
  return topic === "dial-result" || (isArrival(topic) && (plan?.mode === "forwarded" || plan?.mode === "nobody"));
}

async function announceStart(scope: Scope, call: Call, { number, params, receivedAt }: StoredWebhook): Promise<void> {
  if (call.direction === "outbound") return;
  await scope.emit(callStarted, {
    call_id: call.id,
    customer_phone: call.customer_phone,
    phone_number_id: number.id,
    started_at: params["StartTime"] ?? receivedAt.toString(),
  });
}
