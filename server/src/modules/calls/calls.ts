import type { Selectable } from "kysely";
import type { Calls } from "#platform/database/database-types.ts";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";

export type Call = Selectable<Calls>;

/** @throws Refused not_found. */
export async function getCall(scope: Scope, id: string): Promise<Call> {
  const call = await scope.tx
    .selectFrom("calls")
    .selectAll()
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (call === undefined) throw new Refused(NOT_FOUND, "There is no such call.");
  return call;
}

/** Ties a call to the conversation that came of it, and to the caller's contact, who may be known only since. */
export async function linkConversation(
  scope: Scope,
  callId: string,
  { conversation_id, contact_id }: { conversation_id: string; contact_id: string | null },
): Promise<void> {
  await scope.tx
    .updateTable("calls")
    .set((eb) => ({ conversation_id, contact_id: eb.fn.coalesce("contact_id", eb.val(contact_id)) }))
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", callId)
    .execute();
  scope.nudge("calls", callId);
}

/** Whether a call with this number was answered or made by us since then: somebody already spoke or called back. */
export async function answeredOrOutboundSince(scope: Scope, phone: string, since: Temporal.Instant): Promise<boolean> {
  const found = await scope.tx
    .selectFrom("calls")
    .select("id")
    .where("tenant_id", "=", scope.tenantId)
    .where("customer_phone", "=", phone)
    .where("started_at", ">=", since)
    .where((eb) => eb.or([eb("answered", "=", true), eb("direction", "=", "outbound")]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
