import { Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { logEvent } from "./activity-log.ts";
import { type Conversation, changeConversation, findOpenOn, lockConversation } from "./conversation.ts";
import { ALREADY_OPEN, UNKNOWN_PERSON } from "./errors.ts";
import { handBack } from "./ownership.ts";
import type { ConversationChange } from "./schema.ts";

/**
 * Changes what people say about a thread; `undefined` leaves a field, `null` clears it. Each change is noted in its log. A
 * thread that is done waits for nobody, and the assistant watches it again.
 * @throws Refused not_found, unknown_person, conversation_already_open.
 */
export async function applyChange(scope: Scope, id: string, change: ConversationChange): Promise<void> {
  const before = await lockConversation(scope, id);
  if (change.status !== undefined && change.status !== before.status) await changeStatus(scope, before, change.status);
  if (change.priority !== undefined && change.priority !== before.priority) {
    await changeConversation(scope, id, { priority: change.priority });
    await logEvent(scope, id, "priority_changed", { from: before.priority, to: change.priority });
  }
  if (change.assigned_to !== undefined && change.assigned_to !== before.assigned_to)
    await assign(scope, id, change.assigned_to);
  if (change.tags !== undefined) await changeTags(scope, before, change.tags);
}

async function changeStatus(scope: Scope, before: Conversation, status: "active" | "resolved" | "closed") {
  if (status === "active") {
    const other = await findOpenOn(scope, before.customer_phone, before.business_phone);
    if (other !== null && other.id !== before.id) throw new Refused(ALREADY_OPEN);
    await changeConversation(scope, before.id, { status, closed_at: null });
  } else {
    const closed_at = status === "closed" ? scope.now() : null;
    if (before.owner_kind === "person") await handBack(scope, before.id);
    await changeConversation(scope, before.id, { status, closed_at, waiting_since: null, unread_count: 0 });
  }
  await logEvent(scope, before.id, "status_changed", { from: before.status, to: status });
}

async function assign(scope: Scope, id: string, userId: string | null): Promise<void> {
  const name = userId === null ? null : await nameOf(scope, userId);
  await changeConversation(scope, id, { assigned_to: userId });
  await logEvent(scope, id, userId === null ? "unassigned" : "assigned", { user_id: userId, to: name });
}

async function nameOf(scope: Scope, userId: string): Promise<string | null> {
  const person = await scope.tx
    .selectFrom("people_facts")
    .select("name")
    .where("tenant_id", "=", scope.tenantId)
    .where("user_id", "=", userId)
    .where("is_active", "=", true)
    .executeTakeFirst();
  if (person === undefined) throw new Refused(UNKNOWN_PERSON);
  return person.name;
}

async function changeTags(scope: Scope, before: Conversation, wanted: readonly string[]): Promise<void> {
  const tags = [...new Set(wanted)];
  await changeConversation(scope, before.id, { tags });
  for (const tag of tags.filter((one) => !before.tags.includes(one)))
    await logEvent(scope, before.id, "tag_added", { tag });
  for (const tag of before.tags.filter((one) => !tags.includes(one)))
    await logEvent(scope, before.id, "tag_removed", { tag });
}

/** Somebody has seen the thread. @throws Refused not_found. */
export async function markRead(scope: Scope, id: string): Promise<void> {
  const { unread_count } = await lockConversation(scope, id);
  if (unread_count > 0) await changeConversation(scope, id, { unread_count: 0 });
}
