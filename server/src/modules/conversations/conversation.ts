import type { Selectable } from "kysely";
import { lockRecipient } from "#compliance";
import type { Conversations } from "#platform/database/database-types.ts";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";

export const STATUSES = ["active", "waiting", "resolved", "closed"] as const;
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export const OUTCOMES = ["appointment_scheduled", "quote_provided", "resolved", "abandoned"] as const;
export type Outcome = (typeof OUTCOMES)[number];

type ClosedSets = "status" | "priority" | "language" | "owner_kind" | "outcome" | "ai_active" | "human_active";

/** One thread with one customer on one of the business's numbers. */
export type Conversation = Omit<Selectable<Conversations>, ClosedSets> & {
  status: (typeof STATUSES)[number];
  priority: (typeof PRIORITIES)[number];
  language: "en" | "es";
  /** Who holds the pen. */
  owner_kind: "ai" | "person" | "none";
  outcome: Outcome | null;
  ai_active: boolean;
  human_active: boolean;
};

function conversations(scope: Scope) {
  return scope.tx.selectFrom("conversations").selectAll().where("tenant_id", "=", scope.tenantId);
}

/** @throws Refused not_found. */
export async function getConversation(scope: Scope, id: string): Promise<Conversation> {
  return read(await conversations(scope).where("id", "=", id).executeTakeFirst());
}

/** The thread with a customer that is not closed, the most recent when there are several numbers. */
export async function findOpenConversation(scope: Scope, customerPhone: string): Promise<Conversation | null> {
  const row = await conversations(scope)
    .where("customer_phone", "=", customerPhone)
    .where("status", "<>", "closed")
    .orderBy("last_message_time", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** The thread with a customer on one of our numbers that is not closed. */
export async function findOpenOn(scope: Scope, customerPhone: string, businessPhone: string) {
  const row = await conversations(scope)
    .where("customer_phone", "=", customerPhone)
    .where("business_phone", "=", businessPhone)
    .where("status", "<>", "closed")
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

/**
 * The thread, which nobody else changes before the transaction ends. The recipient's lock comes first, as everywhere.
 * @throws Refused not_found.
 */
export async function lockConversation(scope: Scope, id: string): Promise<Conversation> {
  await lockRecipient(scope, (await getConversation(scope, id)).customer_phone);
  return read(await conversations(scope).where("id", "=", id).forUpdate().executeTakeFirst());
}

/** Changes a thread's columns and wakes the pages that show it. */
export async function changeConversation(scope: Scope, id: string, columns: Changes): Promise<void> {
  await scope.tx
    .updateTable("conversations")
    .set(columns)
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .execute();
  wakePages(scope, id);
}

type Changes = Partial<Omit<Conversation, "id" | "tenant_id" | "ai_active" | "human_active" | "outcome_data">>;

/** Wakes the pages that show a thread, and the lists it stands in. */
export function wakePages(scope: Scope, id: string): void {
  scope.nudge("conversation", id);
  scope.nudge("conversations", id);
}

/** What came of the thread, such as a booked visit. @throws Refused not_found. */
export async function setOutcome(
  scope: Scope,
  id: string,
  outcome: Outcome,
  data: Record<string, unknown> = {},
): Promise<void> {
  await lockConversation(scope, id);
  await scope.tx
    .updateTable("conversations")
    .set({ outcome, outcome_data: JSON.stringify(data) })
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .execute();
  wakePages(scope, id);
}

/** A row as a thread. @throws Refused not_found when there is none. */
export function read(row: Selectable<Conversations> | undefined): Conversation {
  if (row === undefined) throw new Refused(NOT_FOUND, "There is no such conversation.");
  return {
    ...row,
    // The table's CHECK constraints hold the closed sets.
    status: row.status as Conversation["status"],
    priority: row.priority as Conversation["priority"],
    language: row.language as Conversation["language"],
    owner_kind: row.owner_kind as Conversation["owner_kind"],
    outcome: row.outcome as Outcome | null,
    ai_active: row.owner_kind === "ai",
    human_active: row.owner_kind === "person",
  };
}
