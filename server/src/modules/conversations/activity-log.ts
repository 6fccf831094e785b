import type { Scope } from "#platform/scope.ts";

export const EVENT_TYPES = [
  "status_changed",
  "priority_changed",
  "assigned",
  "unassigned",
  "tag_added",
  "tag_removed",
  "taken_over",
  "handed_back",
  "handed_over",
  "opted_out",
  "opted_in",
  "not_sent",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Notes in the thread's own log what happened in it, and who did it. */
export async function logEvent(
  scope: Scope,
  conversationId: string,
  type: EventType,
  data: Record<string, unknown> = {},
): Promise<void> {
  await scope.tx
    .insertInto("conversation_events")
    .values({
      tenant_id: scope.tenantId,
      id: scope.newId(),
      conversation_id: conversationId,
      event_type: type,
      event_data: JSON.stringify(data),
      created_by: scope.actor.type === "user" ? scope.actor.id : null,
    })
    .execute();
}
