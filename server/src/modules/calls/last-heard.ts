import type { Scope } from "#platform/scope.ts";

/** When somebody last called this business, or null. */
export async function lastCallAt(scope: Scope): Promise<Temporal.Instant | null> {
  const last = await scope.tx
    .selectFrom("calls")
    .select("started_at")
    .where("tenant_id", "=", scope.tenantId)
    .where("direction", "=", "inbound")
    .orderBy("started_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.started_at ?? null;
}
