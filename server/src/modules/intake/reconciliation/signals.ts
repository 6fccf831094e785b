import { z } from "zod";
import { findNumberByPhone } from "#numbers";
import type { Scope } from "#platform/scope.ts";
import type { StoredWebhook, WebhookTopic } from "../topics.ts";
import { reconcileNow } from "./rhythm.ts";

/**
 * A topic whose webhooks mean that others were lost: the carrier takes a fallback address only after ours did not answer.
 * Receiving one starts a comparison.
 */
export function signalsLoss(topic: WebhookTopic): WebhookTopic {
  return {
    ...topic,
    async receive(scope, webhooks) {
      await topic.receive(scope, webhooks);
      await startComparison(scope, webhooks[0]);
    },
  };
}

/**
 * What Twilio's debugger posts when something of ours went wrong (Twilio, "Debugging events webhook"). It is set for the
 * whole account, in the carrier's console.
 */
export const carrierAlert: WebhookTopic = {
  provider: "twilio",
  topic: "carrier-alert",
  ofAccount: true,
  subjectOf: ({ Sid }) => (Sid === undefined ? null : `alert ${Sid}`),
  dedupeKeyOf: ({ Sid }) => `alert ${Sid}`,
  async receive(scope, webhooks) {
    const loss = webhooks.find(({ params }) => meansLoss(params["Payload"] ?? ""));
    if (loss !== undefined) await startComparison(scope, loss);
  },
};

async function startComparison(scope: Scope, { number }: StoredWebhook): Promise<void> {
  const known = await findNumberByPhone(scope, number.phoneNumber);
  if (known !== null) await reconcileNow(scope, known.account_id);
}

const payload = z.object({ error_code: z.coerce.string() });

/** Twilio, "Error and warning dictionary": 11200 to 11299 our address did not answer, 12100 to 12299 the answer was no TwiML. */
const LOST = /^(112|121|122)\d\d$/;

/** @param text the alert's payload, JSON. */
export function meansLoss(text: string): boolean {
  try {
    return LOST.test(payload.parse(JSON.parse(text)).error_code);
  } catch {
    return false;
  }
}
