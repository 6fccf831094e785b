import { type Selectable, sql } from "kysely";
import type { OutboundMessages } from "#platform/database/database-types.ts";
import type { Scope } from "#platform/scope.ts";
import type { Uttered } from "./loop.ts";
import type { SendState } from "./schema.ts";
import { A_PERSON, type MessageClass, type SendWish } from "./wish.ts";

const AN_HOUR_IN_MINUTES = 60;

/** How many automated texts were let through to the recipient: in the last hour, and by this asker in its own span. */
export async function countAllowed(scope: Scope, wish: SendWish) {
  const now = scope.now();
  const span = Math.max(AN_HOUR_IN_MINUTES, wish.oncePer?.total("minutes") ?? 0);
  const { rows } = await sql<{ automated_last_hour: number; same_asker: number }>`
    select count(*) filter (where decision.decided_at > ${now.subtract({ hours: 1 })})::int as automated_last_hour,
           count(*) filter (where decision.requested_by = ${wish.requestedBy}
                              and decision.decided_at > ${now.subtract(wish.oncePer ?? { hours: 0 })})::int as same_asker
    from send_decisions decision
    join outbound_messages outbound on outbound.tenant_id = decision.tenant_id and outbound.decision_id = decision.id
    where decision.tenant_id = ${scope.tenantId} and decision.recipient = ${wish.recipient}
      and decision.decided_at > ${now.subtract({ minutes: span })} and decision.requested_by <> ${A_PERSON}
      -- What certainly never left does not count.
      and outbound.state <> 'cancelled'
      and not (outbound.state = 'failed' and outbound.message_sid is null and outbound.unresolved_attempts = 0)`.execute(
    scope.tx,
  );
  return rows[0] ?? { automated_last_hour: 0, same_asker: 0 };
}

/** When the person last called us. */
export async function lastCallFrom(scope: Scope, phone: string): Promise<Temporal.Instant | null> {
  const call = await scope.tx
    .selectFrom("call_facts")
    .select("started_at")
    .where("tenant_id", "=", scope.tenantId)
    .where("customer_phone", "=", phone)
    .where("direction", "=", "inbound")
    .orderBy("started_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return call?.started_at ?? null;
}

export async function selectSentSince(scope: Scope, recipient: string, since: Temporal.Instant): Promise<Uttered[]> {
  return scope.tx
    .selectFrom("outbound_messages")
    .select(["created_at as at", "body"])
    .where("tenant_id", "=", scope.tenantId)
    .where("recipient", "=", recipient)
    .where("created_at", ">=", since)
    .execute();
}

export type Outbound = Omit<Selectable<OutboundMessages>, "state" | "class"> & {
  state: SendState;
  class: MessageClass;
};

export async function findOutbound(scope: Scope, id: string): Promise<Outbound | null> {
  return read(await outbound(scope).where("id", "=", id).executeTakeFirst());
}

/** Nobody else changes the message before the transaction ends. */
export async function lockOutbound(scope: Scope, id: string): Promise<Outbound | null> {
  return read(await outbound(scope).where("id", "=", id).forUpdate().executeTakeFirst());
}

export async function findOutboundBySid(scope: Scope, messageSid: string): Promise<Outbound | null> {
  return read(await outbound(scope).where("message_sid", "=", messageSid).executeTakeFirst());
}

function outbound(scope: Scope) {
  return scope.tx.selectFrom("outbound_messages").selectAll().where("tenant_id", "=", scope.tenantId);
}

function read(row: Selectable<OutboundMessages> | undefined): Outbound | null {
  // The table's CHECK constraints hold the closed sets.
  return row === undefined ? null : { ...row, state: row.state as SendState, class: row.class as MessageClass };
}
