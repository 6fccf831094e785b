import { lockRecipient } from "#compliance";
import type { Scope } from "#platform/scope.ts";
import { changeState } from "./change-state.ts";

/**
 * All texts to a person, or those that were written under the pen of a conversation; `reason` is the code of what came
 * between.
 */
export type Waiting = { reason: string } & ({ conversationId: string } | { recipient: string });

/** Cancels texts that have not begun to leave. What is leaving is not called back. */
export async function cancelWaiting(scope: Scope, waiting: Waiting): Promise<void> {
  if ("recipient" in waiting) await lockRecipient(scope, waiting.recipient);
  const queued = scope.tx
    .selectFrom("outbound_messages")
    .select("id")
    .where("tenant_id", "=", scope.tenantId)
    .where("state", "=", "queued");
  const concerned =
    "recipient" in waiting
      ? queued.where("recipient", "=", waiting.recipient)
      : queued.where("conversation_id", "=", waiting.conversationId).where("ownership_token", "is not", null);
  for (const message of await concerned.orderBy("id").forUpdate().execute())
    await changeState(scope, message, { state: "cancelled", state_reason: waiting.reason });
}
