import { cancelWaiting } from "#outreach";
import type { Scope } from "#platform/scope.ts";
import { getSettings } from "#tenants";
import { logEvent } from "./activity-log.ts";
import { type Conversation, changeConversation, getConversation, lockConversation } from "./conversation.ts";
import { conversationHandedBack, conversationHandedOver, conversationTakenOver } from "./schema.ts";

type Owner = Pick<Conversation, "owner_kind" | "owner_user_id">;

/**
 * A person takes the pen. Whatever was written under the old one and has not begun to leave is cancelled; what tries later
 * is refused by the database. @throws Refused not_found.
 */
export async function takeOver(scope: Scope, id: string, userId: string): Promise<Conversation> {
  const conversation = await lockConversation(scope, id);
  if (conversation.owner_user_id === userId) return conversation;
  await passPen(
    scope,
    conversation,
    { owner_kind: "person", owner_user_id: userId },
    { human_takeover_time: scope.now() },
  );
  await logEvent(scope, id, "taken_over", { user_id: userId });
  await scope.emit(conversationTakenOver, { conversation_id: id, user_id: userId });
  return getConversation(scope, id);
}

/** The pen goes back to the assistant, or to nobody while it is switched off. @throws Refused not_found. */
export async function handBack(scope: Scope, id: string): Promise<Conversation> {
  const conversation = await lockConversation(scope, id);
  if (conversation.owner_kind === "ai") return conversation;
  const { ai_enabled } = await getSettings(scope);
  const owner_kind = ai_enabled ? "ai" : "none";
  const noLonger = { waiting_since: null, status: "active", handover_reason: null } as const;
  const changes = ai_enabled ? { ...noLonger, ai_handoff_time: scope.now() } : {};
  await passPen(scope, conversation, { owner_kind, owner_user_id: null }, changes);
  await logEvent(scope, id, "handed_back");
  if (ai_enabled) await scope.emit(conversationHandedBack, { conversation_id: id });
  return getConversation(scope, id);
}

/** The assistant lays the pen down: the customer waits for a person. @throws Refused not_found. */
export async function handOver(scope: Scope, id: string, reason: string, urgent = false): Promise<Conversation> {
  const conversation = await lockConversation(scope, id);
  if (conversation.owner_kind === "person") return conversation;
  await passPen(
    scope,
    conversation,
    { owner_kind: "none", owner_user_id: null },
    {
      status: "waiting",
      waiting_since: conversation.waiting_since ?? scope.now(),
      handover_reason: reason,
      priority: urgent ? "urgent" : conversation.priority,
    },
  );
  await logEvent(scope, id, "handed_over", { reason, urgent });
  await scope.emit(conversationHandedOver, { conversation_id: id, reason, urgent });
  return getConversation(scope, id);
}

/** Every change of owner raises the token: from here on the old one writes nothing. */
async function passPen(
  scope: Scope,
  conversation: Conversation,
  owner: Owner,
  changes: Parameters<typeof changeConversation>[2],
): Promise<void> {
  const ownership_token = conversation.ownership_token + 1;
  await changeConversation(scope, conversation.id, { ...changes, ...owner, ownership_token });
  await cancelWaiting(scope, { conversationId: conversation.id, reason: "ownership" });
}
