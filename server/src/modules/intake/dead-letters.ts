import { sql } from "kysely";
import { readCursor, toPage } from "#platform/http/cursor.ts";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import type { DeadLetter } from "./schema.ts";

/** Webhooks that nobody could receive, newest first. */
export async function listDeadLetters(scope: Scope, filter: { limit: number; cursor?: string | undefined }) {
  const after = readCursor(filter.cursor);
  let query = deadLetters(scope)
    .orderBy("received_at", "desc")
    .orderBy("id", "desc")
    .limit(filter.limit + 1);
  if (after !== null)
    query = query.where(sql<boolean>`(received_at, id) < (${after.sort}::timestamptz, ${after.id}::uuid)`);
  return toPage(await query.execute(), filter.limit, (letter) => letter.received_at);
}

/** Lets a dead letter be received again, as if it had just come. @throws Refused not_found when it is not dead. */
export async function reviveDeadLetter(scope: Scope, id: string): Promise<DeadLetter> {
  const letter = await deadLetters(scope).where("id", "=", id).forUpdate().executeTakeFirst();
  if (letter === undefined) throw new Refused(NOT_FOUND, "There is no such dead letter.");
  await scope.tx
    .updateTable("webhook_inbox")
    .set({ status: "pending", attempts: 0, next_attempt_at: null })
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .execute();
  await scope.audit({ entity_type: "webhook", entity_id: id, action: "revived" });
  scope.nudge("webhooks", id);
  return letter;
}

/** Lets every dead letter be received again. Returns how many. */
export async function reviveAllDeadLetters(scope: Scope): Promise<{ revived: number }> {
  const letters = await scope.tx
    .updateTable("webhook_inbox")
    .set({ status: "pending", attempts: 0, next_attempt_at: null })
    .where("tenant_id", "=", scope.tenantId)
    .where("status", "=", "dead")
    .returning("id")
    .execute();
  for (const { id } of letters) await scope.audit({ entity_type: "webhook", entity_id: id, action: "revived" });
  scope.nudge("webhooks", scope.tenantId);
  return { revived: letters.length };
}

function deadLetters(scope: Scope) {
  return scope.tx
    .selectFrom("webhook_inbox")
    .select(["id", "topic", "subject", "received_at", "attempts", "last_error"])
    .where("tenant_id", "=", scope.tenantId)
    .where("status", "=", "dead");
}
