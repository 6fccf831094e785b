import { isListed, occurredAt, type StoredWebhook } from "#intake";
import { getNumber } from "#numbers";
import type { Scope } from "#platform/scope.ts";
import type { Call } from "./calls.ts";
import { conclude } from "./conclude.ts";
import { recordNotice } from "./consent.ts";
import { isArrival, isOfLeg } from "./fold.ts";
import { appendEvent, callSidOf, openCall, selectEvents } from "./ledger.ts";
import { saveParticipants } from "./participants.ts";
import { planRinging, type RingPlan } from "./ring-plan.ts";
import { callStarted } from "./schema.ts";
import { setTimerOf } from "./settle.ts";

/**
 * Takes one webhook about a call into the ledger, once, and draws the conclusions. Of a call that is final the ledger still
 * grows, but nothing changes any more, except by the carrier's own list: what was lost is put right, and its price is known
 * late.
 */
export async function receiveOfCall(scope: Scope, webhook: StoredWebhook, eventKey: string): Promise<void> {
  const callSid = callSidOf(webhook.topic, webhook.params);
  if (callSid === null) throw new Error(`The webhook ${webhook.id} names no call.`);
  const { call, isNew } = await openCall(scope, webhook, callSid);
  if (isNew) await announceStart(scope, call, webhook);
  const plan = isArrival(webhook.topic) ? await planOf(scope, webhook) : null;
  const event = {
    event_type: webhook.topic,
    event_key: eventKey,
    occurred_at: occurredAt(webhook),
    payload: { ...webhook.params, ...(plan === null ? {} : { ring_plan: plan }) },
  };
  if (!(await appendEvent(scope, call, webhook, event))) return;
  if (call.is_final && !isListed(webhook.topic)) return;
  const ledger = isNew ? [event] : await selectEvents(scope, call.id);
  const conclusion = await conclude(scope, call, ledger, call.is_final);
  const isTurn = isNew || hasTurned(call, conclusion.call);
  if (isTurn || isOfLeg(webhook.topic)) await saveParticipants(scope, conclusion.call, conclusion.state);
  if (isTurn || plan !== null) await setTimerOf(scope, conclusion);
  if (isAnsweredWithNotice(webhook, plan)) await recordNotice(scope, conclusion.call, webhook);
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

/** Whether our answer to this webhook told the caller of a missed call what happens next. */
function isAnsweredWithNotice({ topic }: StoredWebhook, plan: RingPlan | null): boolean {
  return topic === "dial-result" || plan?.mode === "forwarded" || plan?.mode === "nobody";
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
