import type { MessageClass, SendDecision } from "#outreach";
import type { Scope } from "#platform/scope.ts";

export type Message = {
  id: string;
  conversation_id: string;
  direction: "inbound" | "outbound";
  sender: "customer" | "ai" | "human" | "system";
  body: string;
  status: string;
  media_count: number;
  created_at: Temporal.Instant;
};

export type Words = {
  conversationId: string;
  as: "ai" | "human" | "system";
  body: string;
  /** The person who wrote it, when `as` is "human". */
  userId?: string;
  /** The pen under which the AI writes. */
  token?: number;
  /** "conversational" when left out. */
  class?: MessageClass;
  /** Unique reason; each call is a reason of its own when left out. */
  cause?: string;
  mediaUrls?: readonly string[];
};

/** Writes into a thread: asks the gate and keeps the message, marked refused when the gate says no. */
export async function say(_scope: Scope, words: Words): Promise<{ message: Message; decision: SendDecision }> {
  throw new Error(`Threads are still being built (${words.conversationId})`);
}

/** The messages of a thread after the given one, oldest first; all of them for null. */
export async function messagesSince(
  _scope: Scope,
  conversationId: string,
  _messageId: string | null,
): Promise<Message[]> {
  throw new Error(`Threads are still being built (${conversationId})`);
}
