import type { JobContext } from "#platform/jobs.ts";
import type { Ports } from "#platform/ports.ts";
import { SYSTEM } from "#platform/scope.ts";
import type { WhichMessage } from "./calls.ts";
import { announce } from "./change-state.ts";
import { lockOutbound } from "./queries.ts";

/** Freezes the delivery of a text. What counts is settled by the moments of the words: this only says so. */
export async function freezeDelivery(ports: Ports, { tenantId, data }: JobContext<WhichMessage>): Promise<void> {
  await ports.scope(tenantId, SYSTEM, async (scope) => {
    const message = await lockOutbound(scope, data.outbound_message_id);
    if (message === null || !message.is_final || message.sync_state === "frozen") return;
    const frozen = await scope.tx
      .updateTable("outbound_messages")
      .set({ sync_state: "frozen" })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", message.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await announce(scope, frozen);
  });
}
