import { sql } from "kysely";
import type { Correspondence } from "#outreach";

/** What the gate asks about the threads. */
export const correspondenceOfThreads: Correspondence = {
  newestFrom: (scope, phone, limit) =>
    scope.tx
      .selectFrom("messages")
      .innerJoin("conversations", (join) =>
        join
          .onRef("conversations.tenant_id", "=", "messages.tenant_id")
          .onRef("conversations.id", "=", "messages.conversation_id"),
      )
      .select(["messages.created_at as at", "messages.body"])
      .where("messages.tenant_id", "=", scope.tenantId)
      .where("conversations.customer_phone", "=", phone)
      .where("messages.direction", "=", "inbound")
      .orderBy("messages.created_at", "desc")
      .orderBy("messages.id", "desc")
      .limit(limit)
      .execute(),
  async holdPen(scope, conversationId) {
    const { rows } = await sql<{ ownership_token: number }>`
      select ownership_token from conversations
      where tenant_id = ${scope.tenantId} and id = ${conversationId} for share`.execute(scope.tx);
    return rows[0]?.ownership_token ?? null;
  },
};
