import { createActivity } from "#contacts";
import type { Conversation } from "#conversations";
import { getNumber } from "#numbers";
import { requestSend } from "#outreach";
import type { Scope } from "#platform/scope.ts";
import { formatNational } from "#platform/values/phone.ts";
import { getSettings } from "#tenants";
import type { Session } from "./policy/session.ts";

/** An alert is worth sending for as long as somebody may still act on it. */
const WORTH = Temporal.Duration.from({ hours: 2 });
const QUOTE_LENGTH = 200;

/** Reaches a person of the business: a text to the one on duty, and a task that stays until it is done. */
export async function alertOwner(
  scope: Scope,
  conversation: Conversation,
  kind: "life" | "urgent",
  session: Session,
): Promise<void> {
  const words = (session.problem ?? "").slice(0, QUOTE_LENGTH);
  const customer = formatNational(conversation.customer_phone);
  await createActivity(scope, {
    type: "task",
    subject: kind === "life" ? `Danger: call ${customer} now` : `Urgent: ${customer} waits`,
    description: words,
    contactId: conversation.contact_id,
    conversationId: conversation.id,
    priority: "urgent",
  });
  const settings = await getSettings(scope);
  const number = await getNumber(scope, conversation.phone_number_id);
  const onDuty = settings.emergency_phone ?? number.forward_to[0];
  if (onDuty === undefined) return;
  const head = kind === "life" ? "DANGER, 911 was advised." : "URGENT.";
  await requestSend(scope, {
    cause: `alert:${conversation.id}:${kind}:${session.turns}`,
    class: "transactional",
    requestedBy: "alert",
    recipient: onDuty,
    phoneNumberId: number.id,
    body: `${head} ${customer} wrote: "${words}". Reply in the inbox or call them.`,
    validFor: WORTH,
  });
}
