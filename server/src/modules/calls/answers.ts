import type { StoredWebhook } from "#intake";
import type { RoutedNumber } from "#numbers";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { readPhone } from "#platform/values/phone.ts";
import { getBusiness, getSettings } from "#tenants";
import { fold } from "./fold.ts";
import { selectEventsOf } from "./ledger.ts";
import { missedDecision } from "./missed.ts";
import { type Notice, noticeOf } from "./notice.ts";
import { planRinging } from "./ring-plan.ts";
import { isOver, readStatus } from "./status.ts";
import { hangUp, ringPhones, sayAndHangUp, turnAway } from "./twiml.ts";

/** What is done with a call that arrives: it rings, or the caller is told at once that nobody can take it. */
export async function answerArrival(ports: Ports, webhook: StoredWebhook, number: RoutedNumber): Promise<string> {
  const plan = planRinging(number, webhook.params["ForwardedFrom"]);
  if (plan.mode === "returned") return turnAway();
  if (plan.mode === "screened" || plan.mode === "unscreened") return ringPhones(number);
  return ports.scope(webhook.tenantId, SYSTEM, async (scope) => sayAndHangUp(await noticeTo(scope, webhook)));
}

/** The ringing is over: who was not answered is told so; for who was, the call ends here. */
export async function answerDialResult(ports: Ports, webhook: StoredWebhook, number: RoutedNumber): Promise<string> {
  return ports.scope(webhook.tenantId, SYSTEM, async (scope) => {
    const [isMissed, notice] = await Promise.all([wasMissed(scope, webhook, number), noticeTo(scope, webhook)]);
    return isMissed && isOnTheLine(webhook) ? sayAndHangUp(notice) : hangUp();
  });
}

/** Judged with what the ledger has so far: this webhook itself may not have been received yet. */
async function wasMissed(scope: Scope, webhook: StoredWebhook, number: RoutedNumber): Promise<boolean> {
  const ring_plan = planRinging(number, webhook.params["ForwardedFrom"]);
  const event = {
    event_type: webhook.topic,
    occurred_at: webhook.receivedAt,
    payload: { ...webhook.params, ring_plan },
  };
  const ledger = await selectEventsOf(scope, webhook.params["CallSid"] ?? "");
  return missedDecision(fold([...ledger, event]), true).kind === "missed";
}

/** Whether the caller can still hear us. */
export function isOnTheLine(webhook: StoredWebhook): boolean {
  return !isOver(readStatus(webhook.params["CallStatus"]));
}

/** What the caller of this webhook is told. */
export async function noticeTo(scope: Scope, webhook: StoredWebhook): Promise<Notice> {
  const [business, settings] = await Promise.all([getBusiness(scope), getSettings(scope)]);
  return noticeOf({
    businessName: business.business_name,
    customerPhone: readPhone(webhook.params["From"] ?? ""),
    textsBack: settings.auto_response_enabled,
  });
}
