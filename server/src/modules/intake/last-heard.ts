import type { Scope } from "#platform/scope.ts";

/** When the carrier last reached this business, or null. Ids rise with time: the newest row is the last one. */
export async function lastWebhookAt(scope: Scope): Promise<Temporal.Instant | null> {
  const last = await scope.tx
    .selectFrom("webhook_inbox")
    .select("received_at")
    .where("tenant_id", "=", scope.tenantId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.received_at ?? null;
}
