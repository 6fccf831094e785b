import type { Selectable, Updateable } from "kysely";
import type { OutboundMessages } from "#platform/database/database-types.ts";
import type { Scope } from "#platform/scope.ts";
import { nothingFollows, resolveAt } from "./calls.ts";
import type { Outbound } from "./queries.ts";
import { type SendState, sendChanged } from "./schema.ts";

/** Longer than the carrier's slowest answer. A text whose lease has run out is found out about, never sent blindly. */
const LEASE = Temporal.Duration.from({ seconds: 30 });

type Change = { state: SendState; state_reason?: string | null } & Omit<Updateable<OutboundMessages>, "state">;

/** Moves a text on and announces it. Only "sending" has a lease; an end has no timer. */
export async function changeState(scope: Scope, message: Pick<Outbound, "id">, change: Change): Promise<void> {
  const changed = await scope.tx
    .updateTable("outbound_messages")
    .set({ leased_until: null, ...change })
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", message.id)
    .returningAll()
    .executeTakeFirst();
  if (changed === undefined) return;
  if (change.state === "accepted" || change.state === "failed" || change.state === "cancelled")
    await nothingFollows(scope, message.id);
  await announce(scope, changed);
}

/** Tells of what has become of a text. */
export async function announce(scope: Scope, message: Selectable<OutboundMessages>): Promise<void> {
  const { id, call_id, conversation_id, status, error_code } = message;
  // The table's CHECK constraint holds the closed set.
  const state = message.state as SendState;
  await scope.emit(sendChanged, { outbound_message_id: id, conversation_id, state, status, error_code });
  if (call_id !== null) scope.nudge("calls", call_id);
}

/** The right to one attempt: until when it holds, and the token that tells it from a later one. */
export type Lease = { fencing_token: number; leased_until: Temporal.Instant };

/** Marks a text as leaving, for the time of a lease. */
export async function lease(scope: Scope, message: Outbound): Promise<Lease> {
  const fencing_token = message.fencing_token + 1;
  const leased_until = scope.now().add(LEASE);
  await scope.tx
    .updateTable("outbound_messages")
    .set({
      state: "sending",
      state_reason: null,
      attempts: message.attempts + 1,
      fencing_token,
      leased_until,
      sending_at: scope.now(),
    })
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", message.id)
    .execute();
  await resolveAt(scope, message.id, leased_until);
  return { fencing_token, leased_until };
}
