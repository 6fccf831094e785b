import { lockRecipient, recordConsent } from "#compliance";
import { createActivityOnce, findOrCreateContact } from "#contacts";
import { isListed, occurredAt, type StoredWebhook, signalsLoss, type WebhookParams, type WebhookTopic } from "#intake";
import type { Scope } from "#platform/scope.ts";
import { readPhone } from "#platform/values/phone.ts";
import type { Context } from "#understanding";
import { type Conversation, changeConversation, lockConversation } from "./conversation.ts";
import { dialogueContext } from "./dialogue-context.ts";
import { keepMedia, mediaOf } from "./media.ts";
import { atItsEnd, findMessageOfSid, type Message } from "./messages.ts";
import { openConversation } from "./open-conversation.ts";
import { obeyOptOut } from "./opt-out.ts";
import { expectsAnswer, readOptOut } from "./opt-out-words.ts";
import { messageReceived } from "./schema.ts";

const topic = (name: "sms" | "sms-fallback" | "sms-listed"): WebhookTopic => ({
  provider: "twilio",
  topic: name,
  // One person's texts are read one after another, in the order in which they came.
  subjectOf: (params) => (params["MessageSid"] === undefined ? null : `texts from ${params["From"]}`),
  // The fallback repeats what the first address did not answer, the list what neither did.
  dedupeKeyOf: (params) => `text ${params["MessageSid"]}`,
  receive: receiveTexts,
});

export const textTopics = [topic("sms"), signalsLoss(topic("sms-fallback")), topic("sms-listed")];

async function receiveTexts(scope: Scope, webhooks: readonly StoredWebhook[]): Promise<void> {
  for (const webhook of webhooks) await receiveText(scope, webhook);
}

/** A customer's text becomes a message of their thread, once; what it says about further texts counts from this commit on. */
export async function receiveText(scope: Scope, webhook: StoredWebhook): Promise<void> {
  const { params } = webhook;
  const phone = readPhone(params["From"] ?? "");
  if (phone === null) return noteStrangeSender(scope, params);
  await lockRecipient(scope, phone);
  const known = await findMessageOfSid(scope, params["MessageSid"] ?? "");
  if (known !== null) return notePrice(scope, known, params);
  const contact = await findOrCreateContact(scope, { phone, source: "text" });
  const opening = { customerPhone: phone, phoneNumberId: webhook.number.id, contactId: contact.id };
  const { id } = await openConversation(scope, opening);
  const conversation = await lockConversation(scope, id);
  const body = params["Body"] ?? "";
  const foundLate = isListed(webhook.topic) ? occurredAt(webhook) : null;
  const optOut = readOptOut(body, await askedLast(scope, id));
  const media = mediaOf(params);
  const messageId = await insertMessage(scope, conversation, { params, body, foundLate });
  await keepMedia(scope, messageId, media);
  await recordConsent(scope, { phone, kind: "implied", source: "text", evidence: { message_id: messageId } });
  await countIn(scope, conversation, expectsAnswer({ opt_out: optOut, body }), foundLate);
  await obeyOptOut(scope, conversation, {
    id: messageId,
    body,
    optOut,
    carrierSaw: params["OptOutType"] !== undefined,
    foundLate,
  });
  await scope.emit(messageReceived, {
    message_id: messageId,
    conversation_id: conversation.id,
    customer_phone: phone,
    body,
    media_count: media.length,
    opt_out: optOut,
    ...(foundLate === null ? {} : { written_at: foundLate.toString() }),
  });
}

/** `foundLate`: when it was written, if that became known only now. */
type Text = { params: WebhookParams; body: string; foundLate: Temporal.Instant | null };

async function insertMessage(scope: Scope, conversation: Conversation, { params, body, foundLate }: Text) {
  const id = scope.newId();
  await scope.tx
    .insertInto("messages")
    .values({
      tenant_id: scope.tenantId,
      id,
      conversation_id: conversation.id,
      message_sid: params["MessageSid"] ?? null,
      direction: "inbound",
      sender: "customer",
      from_number: conversation.customer_phone,
      to_number: conversation.business_phone,
      body,
      status: "received",
      segments: Number(params["NumSegments"] ?? 1) || 1,
      ...atItsEnd(scope.now()),
      ...priceOf(params),
      ...(foundLate === null ? {} : { created_at: foundLate }),
    })
    .execute();
  return id;
}

/** Known hours after the text, and told by the carrier's list only. */
async function notePrice(scope: Scope, { id }: Pick<Message, "id">, params: WebhookParams): Promise<void> {
  if (params["Price"] === undefined) return;
  await scope.tx
    .updateTable("messages")
    .set(priceOf(params))
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .execute();
}

function priceOf({ Price: price, PriceUnit: unit }: WebhookParams) {
  return price === undefined ? {} : { price, price_unit: unit ?? null };
}

async function countIn(
  scope: Scope,
  conversation: Conversation,
  isAnswerDue: boolean,
  foundLate: Temporal.Instant | null,
): Promise<void> {
  const now = scope.now();
  const writtenAt = foundLate ?? now;
  const waitsForPerson = conversation.owner_kind !== "ai" && isAnswerDue;
  await changeConversation(scope, conversation.id, {
    last_message_time: later(conversation.last_message_time, writtenAt),
    last_customer_message_time: later(conversation.last_customer_message_time, writtenAt),
    message_count: conversation.message_count + 1,
    customer_message_count: conversation.customer_message_count + 1,
    unread_count: conversation.unread_count + 1,
    ...(waitsForPerson ? { status: "waiting" as const, waiting_since: conversation.waiting_since ?? now } : {}),
  });
}

function later(one: Temporal.Instant | null, other: Temporal.Instant): Temporal.Instant {
  return one !== null && Temporal.Instant.compare(one, other) > 0 ? one : other;
}

/** What the thread's other voice asked last, when there is one that knows. */
async function askedLast(scope: Scope, conversationId: string): Promise<Context> {
  const [tellContext] = scope.answers(dialogueContext);
  return (await tellContext?.(scope, conversationId)) ?? "none";
}

/** Short codes and names cannot be answered; a person may still want to read what they say. */
async function noteStrangeSender(scope: Scope, params: WebhookParams): Promise<void> {
  await createActivityOnce(scope, `text ${params["MessageSid"]}`, {
    type: "note",
    subject: `A text from ${params["From"] ?? "an unknown sender"}`,
    description: params["Body"] ?? "",
  });
}
