import { lockRecipient, recordConsent } from "#compliance";
import { createActivity, findOrCreateContact } from "#contacts";
import type { StoredWebhook, WebhookParams, WebhookTopic } from "#intake";
import type { Scope } from "#platform/scope.ts";
import { readPhone } from "#platform/values/phone.ts";
import type { Context } from "#understanding";
import { type Conversation, changeConversation, lockConversation } from "./conversation.ts";
import { dialogueContext } from "./dialogue-context.ts";
import { keepMedia, mediaOf } from "./media.ts";
import { atItsEnd, findMessageOfSid } from "./messages.ts";
import { openConversation } from "./open-conversation.ts";
import { obeyOptOut } from "./opt-out.ts";
import { type OptOut, readOptOut } from "./opt-out-words.ts";
import { messageReceived } from "./schema.ts";

const topic = (name: "sms" | "sms-fallback"): WebhookTopic => ({
  provider: "twilio",
  topic: name,
  // One person's texts are read one after another, in the order in which they came.
  subjectOf: (params) => (params["MessageSid"] === undefined ? null : `texts from ${params["From"]}`),
  // The fallback repeats what the first address did not answer.
  dedupeKeyOf: (params) => `text ${params["MessageSid"]}`,
  receive: receiveText,
});

export const textTopics = [topic("sms"), topic("sms-fallback")];

/** A customer's text becomes a message of their thread, once; what it says about further texts counts from this commit on. */
export async function receiveText(scope: Scope, webhook: StoredWebhook): Promise<void> {
  const { params } = webhook;
  const phone = readPhone(params["From"] ?? "");
  if (phone === null) return noteStrangeSender(scope, params);
  await lockRecipient(scope, phone);
  if ((await findMessageOfSid(scope, params["MessageSid"] ?? "")) !== null) return;
  const contact = await findOrCreateContact(scope, { phone, source: "text" });
  const opening = { customerPhone: phone, phoneNumberId: webhook.number.id, contactId: contact.id };
  const { id } = await openConversation(scope, opening);
  const conversation = await lockConversation(scope, id);
  const body = params["Body"] ?? "";
  const optOut = readOptOut(body, await askedLast(scope, id));
  const media = mediaOf(params);
  const messageId = await insertMessage(scope, conversation, params, body);
  await keepMedia(scope, messageId, media);
  await recordConsent(scope, { phone, kind: "implied", source: "text", evidence: { message_id: messageId } });
  await countIn(scope, conversation, optOut);
  await obeyOptOut(scope, conversation, {
    id: messageId,
    body,
    optOut,
    carrierSaw: params["OptOutType"] !== undefined,
  });
  await scope.emit(messageReceived, {
    message_id: messageId,
    conversation_id: conversation.id,
    customer_phone: phone,
    body,
    media_count: media.length,
    opt_out: optOut,
  });
}

async function insertMessage(scope: Scope, conversation: Conversation, params: WebhookParams, body: string) {
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
    })
    .execute();
  return id;
}

async function countIn(scope: Scope, conversation: Conversation, optOut: OptOut): Promise<void> {
  const now = scope.now();
  const waitsForPerson = conversation.owner_kind !== "ai" && (optOut === "none" || optOut === "help");
  await changeConversation(scope, conversation.id, {
    last_message_time: now,
    last_customer_message_time: now,
    message_count: conversation.message_count + 1,
    customer_message_count: conversation.customer_message_count + 1,
    unread_count: conversation.unread_count + 1,
    ...(waitsForPerson ? { status: "waiting" as const, waiting_since: conversation.waiting_since ?? now } : {}),
  });
}

/** What the thread's other voice asked last, when there is one that knows. */
async function askedLast(scope: Scope, conversationId: string): Promise<Context> {
  const [tellContext] = scope.answers(dialogueContext);
  return (await tellContext?.(scope, conversationId)) ?? "none";
}

/** Short codes and names cannot be answered; a person may still want to read what they say. */
async function noteStrangeSender(scope: Scope, params: WebhookParams): Promise<void> {
  await createActivity(scope, {
    type: "note",
    subject: `A text from ${params["From"] ?? "an unknown sender"}`,
    description: params["Body"] ?? "",
  });
}
