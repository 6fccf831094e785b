import type { Scope } from "#platform/scope.ts";

/** Whether somebody, or something, wrote to the customer since then. */
export async function wroteSince(scope: Scope, phone: string, since: Temporal.Instant): Promise<boolean> {
  const found = await scope.tx
    .selectFrom("messages")
    .innerJoin("conversations", (join) =>
      join
        .onRef("conversations.tenant_id", "=", "messages.tenant_id")
        .onRef("conversations.id", "=", "messages.conversation_id"),
    )
    .select("messages.id")
    .where("messages.tenant_id", "=", scope.tenantId)
    .where("conversations.customer_phone", "=", phone)
    .where("messages.direction", "=", "outbound")
    .where("messages.status", "<>", "refused")
    .where("messages.created_at", ">", since)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** What the latest missed call of a phone got since then, if it was a text or a task. */
export async function lastTextBack(scope: Scope, phone: string, since: Temporal.Instant) {
  const latest = await scope.tx
    .selectFrom("text_backs")
    .innerJoin("call_facts", (join) =>
      join.onRef("call_facts.tenant_id", "=", "text_backs.tenant_id").onRef("call_facts.id", "=", "text_backs.call_id"),
    )
    .select("text_backs.outcome")
    .where("text_backs.tenant_id", "=", scope.tenantId)
    .where("call_facts.customer_phone", "=", phone)
    .where("text_backs.outcome", "in", ["texted", "task_created"])
    .where("text_backs.created_at", ">", since)
    .orderBy("text_backs.created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (latest === undefined) return null;
  return latest.outcome === "texted" ? "texted" : "task_created";
}
