import { createActivity } from "#contacts";
import { getNumber, type OwnNumber } from "#numbers";
import { requestSend } from "#outreach";
import type { Scope } from "#platform/scope.ts";
import { formatNational } from "#platform/values/phone.ts";
import { getSettings, type Settings } from "#tenants";
import type { Occasion } from "./perform.ts";
import { addressInWords } from "./policy/in-words.ts";
import type { Session } from "./policy/session.ts";

/** An alert is worth sending for as long as somebody may still act on it. */
const WORTH = Temporal.Duration.from({ hours: 2 });
const QUOTE_LENGTH = 200;

/** Who of the business is alerted: the emergency phone, else the first phone that calls ring at. */
export function phoneOnDuty(
  settings: Pick<Settings, "emergency_phone">,
  number: Pick<OwnNumber, "forward_to">,
): string | null {
  return settings.emergency_phone ?? number.forward_to[0] ?? null;
}

/**
 * Reaches a person of the business: a text to the one on duty, and a task that stays until it is done. Returns whether the
 * text may go out; a promise that somebody was alerted rests on it.
 */
export async function alertOwner(
  scope: Scope,
  { conversation, messageId }: Occasion,
  kind: "life" | "urgent",
  session: Session,
): Promise<boolean> {
  const words = lastWords(session).slice(0, QUOTE_LENGTH);
  const customer = formatNational(conversation.customer_phone);
  await createActivity(scope, {
    type: "task",
    subject: kind === "life" ? `Danger: call ${customer} now` : `Urgent: ${customer} waits`,
    description: words,
    contactId: conversation.contact_id,
    conversationId: conversation.id,
    priority: "urgent",
  });
  const number = await getNumber(scope, conversation.phone_number_id);
  const onDuty = phoneOnDuty(await getSettings(scope), number);
  if (onDuty === null) return false;
  const head = kind === "life" ? "DANGER, told to call 911." : "URGENT.";
  const place = session.address === null ? "" : ` At ${addressInWords(session.address)}.`;
  const { verdict } = await requestSend(scope, {
    cause: `alert:${conversation.id}:${kind}:${messageId}`,
    class: "transactional",
    requestedBy: "alert",
    recipient: onDuty,
    phoneNumberId: number.id,
    body: `${head} ${session.name ?? "A customer"}, ${customer}, wrote: "${words}".${place} Call them or answer in the inbox.`,
    validFor: WORTH,
  });
  return verdict === "allowed";
}

function lastWords({ problem, details }: Session): string {
  return details.at(-1) ?? problem ?? "";
}
