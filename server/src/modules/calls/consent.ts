import { recordConsent } from "#compliance";
import type { StoredWebhook } from "#intake";
import type { Scope } from "#platform/scope.ts";
import { isOnTheLine, noticeTo } from "./answers.ts";
import type { Call } from "./calls.ts";
import { promisesText } from "./notice.ts";

/** Keeps as evidence that the caller of a missed call was told of the text to come and how to refuse it. */
export async function recordNotice(scope: Scope, call: Call, webhook: StoredWebhook): Promise<void> {
  if (call.missed !== true || call.customer_phone === null || !isOnTheLine(webhook)) return;
  const notice = await noticeTo(scope, webhook);
  if (!promisesText(notice)) return;
  await recordConsent(scope, {
    phone: call.customer_phone,
    kind: "implied",
    source: "spoken_notice",
    callId: call.id,
    evidence: {
      call_sid: call.call_sid,
      version: notice.version,
      text: notice.text,
      said_at: webhook.receivedAt.toString(),
    },
  });
}
