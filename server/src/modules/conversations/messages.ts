import { type Selectable, sql } from "kysely";
import type { Messages } from "#platform/database/database-types.ts";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";

export const MESSAGE_STATUSES = [
  "queued",
  "sending",
  "sent",
  "delivered",
  "undelivered",
  "failed",
  "received",
  "read",
  "refused",
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const SENDERS = ["customer", "ai", "human", "system"] as const;

export type Message = {
  id: string;
  conversation_id: string;
  direction: "inbound" | "outbound";
  sender: (typeof SENDERS)[number];
  sender_user_id: string | null;
  body: string;
  status: MessageStatus;
  media_count: number;
  decision_id: string | null;
  outbound_message_id: string | null;
  created_at: Temporal.Instant;
};

/** The columns of a message that nothing more is expected of when it is written down. */
export function atItsEnd(now: Temporal.Instant) {
  return { last_event_time: now, is_final: true, finalized_at: now, sync_state: "frozen" };
}

/** Messages with the number of their photos. */
export function messages(scope: Scope) {
  return scope.tx
    .selectFrom("messages")
    .selectAll("messages")
    .select((eb) =>
      eb
        .selectFrom("message_media")
        .select(sql<number>`count(*)::int`.as("count"))
        .whereRef("message_media.tenant_id", "=", "messages.tenant_id")
        .whereRef("message_media.message_id", "=", "messages.id")
        .$asScalar()
        .as("media_count"),
    )
    .where("messages.tenant_id", "=", scope.tenantId);
}

/** The messages of a thread after the given one, oldest first; all of them for null. */
export async function messagesSince(
  scope: Scope,
  conversationId: string,
  messageId: string | null,
): Promise<Message[]> {
  let query = messages(scope).where("conversation_id", "=", conversationId).orderBy("messages.id");
  // Ids are version 7: their order is that of their making.
  if (messageId !== null) query = query.where("messages.id", ">", messageId);
  return (await query.execute()).map(readMessage);
}

/** @throws Refused not_found. */
export async function getMessage(scope: Scope, id: string): Promise<Message> {
  const row = await messages(scope).where("messages.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new Refused(NOT_FOUND, "There is no such message.");
  return readMessage(row);
}

/** The message that a decision was about. */
export async function findMessageOfDecision(scope: Scope, decisionId: string): Promise<Message | null> {
  const row = await messages(scope).where("decision_id", "=", decisionId).executeTakeFirst();
  return row === undefined ? null : readMessage(row);
}

/** The message that the carrier knows by this sid. */
export async function findMessageOfSid(scope: Scope, messageSid: string): Promise<Message | null> {
  const row = await messages(scope).where("message_sid", "=", messageSid).executeTakeFirst();
  return row === undefined ? null : readMessage(row);
}

/** A row as a message. */
export function readMessage(row: Selectable<Messages> & { media_count: number | null }): Message {
  return {
    ...row,
    media_count: row.media_count ?? 0,
    // The table's CHECK constraints hold the closed sets.
    direction: row.direction as Message["direction"],
    sender: row.sender as Message["sender"],
    status: row.status as MessageStatus,
  };
}
