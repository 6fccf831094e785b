import { type MessageClass, requestSend, type SendCondition, type SendDecision, type SendWish } from "#outreach";
import { Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { logEvent } from "./activity-log.ts";
import { type Conversation, changeConversation, lockConversation } from "./conversation.ts";
import { CONVERSATION_CLOSED } from "./errors.ts";
import { atItsEnd, findMessageOfDecision, type Message, readMessage } from "./messages.ts";
import { handOver, takeOver } from "./ownership.ts";

export type Words = {
  conversationId: string;
  as: "ai" | "human" | "system";
  body: string;
  /** The person who wrote it, when `as` is "human". */
  userId?: string;
  /** The pen under which the assistant writes; the one in force when left out. */
  token?: number;
  /** "conversational" when left out. */
  class?: MessageClass;
  /** The one reason for these words, such as "visit_booked:<id>"; each call is a reason of its own when left out. */
  cause?: string;
  mediaUrls?: readonly string[];
  /** How long the words are worth sending; by default as long as a reader would expect. */
  validFor?: Temporal.Duration;
  callId?: string;
  oncePer?: Temporal.Duration;
  confirmsOptOut?: boolean;
  /** What must still hold when the words leave. */
  conditions?: readonly SendCondition[];
};

/** The assistant's answer of an hour ago helps nobody; what a person or a reminder says may wait for the morning. */
const WORTH = {
  ai: Temporal.Duration.from({ minutes: 30 }),
  human: Temporal.Duration.from({ hours: 14 }),
  system: Temporal.Duration.from({ hours: 14 }),
};

export type Said = { message: Message; decision: SendDecision };

/**
 * Writes into a thread: asks the gate, and keeps the message, marked refused when the gate says no. A person who writes
 * takes the pen. The same cause a second time says nothing new and returns what was said.
 * @throws Refused not_found; conversation_closed for a person.
 */
export async function say(scope: Scope, words: Words): Promise<Said> {
  const conversation = await withPen(scope, words);
  const id = scope.newId();
  const decision = await requestSend(scope, wishOf(conversation, words, id));
  const known = decision.isRepeated ? await findMessageOfDecision(scope, decision.id) : null;
  if (known !== null) return { message: known, decision };
  const [message] = await Promise.all([
    insertMessage(scope, conversation, words, decision, id),
    decision.verdict === "allowed"
      ? countIn(scope, conversation, words)
      : noteRefusal(scope, conversation, words, decision, id),
  ]);
  return { message, decision };
}

async function withPen(scope: Scope, words: Words): Promise<Conversation> {
  const conversation = await lockConversation(scope, words.conversationId);
  if (words.as !== "human" || words.userId === undefined) return conversation;
  if (conversation.status === "closed") throw new Refused(CONVERSATION_CLOSED);
  return takeOver(scope, conversation.id, words.userId);
}

function wishOf(conversation: Conversation, words: Words, messageId: string): SendWish {
  const cause = words.cause ?? `message:${messageId}`;
  const askers = { ai: "ai", human: "person", system: cause.split(":", 1)[0] ?? cause };
  return {
    cause,
    class: words.class ?? "conversational",
    requestedBy: askers[words.as],
    recipient: conversation.customer_phone,
    phoneNumberId: conversation.phone_number_id,
    body: words.body,
    mediaUrls: words.mediaUrls ?? [],
    callId: words.callId ?? null,
    conversationId: conversation.id,
    ownershipToken: words.as === "ai" ? (words.token ?? conversation.ownership_token) : null,
    validFor: words.validFor ?? WORTH[words.as],
    ...(words.oncePer === undefined ? {} : { oncePer: words.oncePer }),
    ...(words.conditions === undefined ? {} : { conditions: words.conditions }),
    ...(words.confirmsOptOut === undefined ? {} : { confirmsOptOut: words.confirmsOptOut }),
  };
}

async function insertMessage(
  scope: Scope,
  conversation: Conversation,
  words: Words,
  decision: SendDecision,
  id: string,
): Promise<Message> {
  const isRefused = decision.verdict === "refused";
  const row = await scope.tx
    .insertInto("messages")
    .values({
      tenant_id: scope.tenantId,
      id,
      conversation_id: conversation.id,
      outbound_message_id: decision.outboundMessageId,
      decision_id: decision.id,
      direction: "outbound",
      sender: words.as,
      sender_user_id: words.as === "human" ? (words.userId ?? null) : null,
      from_number: conversation.business_phone,
      to_number: conversation.customer_phone,
      body: words.body,
      status: isRefused ? "refused" : "queued",
      error_message: isRefused ? decision.sentence : null,
      ai_generated: words.as === "ai",
      ...(isRefused ? atItsEnd(scope.now()) : {}),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return readMessage({ ...row, media_count: 0 });
}

/** Refusals after which nobody expects an answer of ours. */
const NO_ANSWER_IS_DUE = new Set(["opt_out", "do_not_contact", "ownership"]);

/** A customer whom the assistant may not answer is not left in silence: a person has to look. */
async function noteRefusal(
  scope: Scope,
  conversation: Conversation,
  words: Words,
  { id: decision_id, reason, sentence }: SendDecision,
  messageId: string,
): Promise<void> {
  await logEvent(scope, conversation.id, "not_sent", { message_id: messageId, decision_id, reason, sentence });
  await changeConversation(scope, conversation.id, { last_message_time: scope.now() });
  if (words.as === "ai" && !NO_ANSWER_IS_DUE.has(reason)) await handOver(scope, conversation.id, reason);
}

async function countIn(scope: Scope, conversation: Conversation, words: Words): Promise<void> {
  const now = scope.now();
  const { message_count, ai_message_count, human_message_count } = conversation;
  const answered = { status: "active", waiting_since: null, unread_count: 0, last_human_response_time: now } as const;
  await changeConversation(scope, conversation.id, {
    last_message_time: now,
    message_count: message_count + 1,
    ai_message_count: ai_message_count + (words.as === "ai" ? 1 : 0),
    human_message_count: human_message_count + (words.as === "human" ? 1 : 0),
    ...(words.as === "human" ? answered : {}),
  });
}
