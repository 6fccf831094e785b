import { createActivity } from "#contacts";
import type { Conversation } from "#conversations";
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
  const head = kind === "life" ? "DANGER, told to call 911." : "URGENT.";
  const place = session.address === null ? "" : ` At ${addressInWords(session.address)}.`;
  return textOnDuty(scope, conversation, {
    cause: `alert:${conversation.id}:${kind}:${messageId}`,
    body: `${head} ${session.name ?? "A customer"}, ${customer}, wrote: "${words}".${place} Call them or answer in the inbox.`,
  });
}

/** Follows an alarm that went out before the customer said where they are; once for each place. */
export async function tellOwnerAddress(
  scope: Scope,
  conversation: Conversation,
  { name, address }: Pick<Session, "name" | "address">,
): Promise<boolean> {
  if (address === null) return true;
  const place = addressInWords(address);
  return textOnDuty(scope, conversation, {
    cause: `alert:${conversation.id}:address:${place}`,
    body: `${name ?? "The customer"}, ${formatNational(conversation.customer_phone)}, is at ${place}.`,
  });
}

async function textOnDuty(
  scope: Scope,
  { phone_number_id }: Conversation,
  { cause, body }: { cause: string; body: string },
): Promise<boolean> {
  const number = await getNumber(scope, phone_number_id);
  const recipient = phoneOnDuty(await getSettings(scope), number);
  if (recipient === null) return false;
  const { verdict } = await requestSend(scope, {
    cause,
    class: "transactional",
    requestedBy: "alert",
    recipient,
    phoneNumberId: number.id,
    body,
    validFor: WORTH,
  });
  return verdict === "allowed";
}

function lastWords({ problem, details }: Session): string {
  return details.at(-1) ?? problem ?? "";
}
