import { type Selectable, sql } from "kysely";
import type { OutboundMessages } from "#platform/database/database-types.ts";
import type { Scope } from "#platform/scope.ts";
import { carriersDay, USUAL_DAILY_CAP } from "./lanes.ts";
import type { Uttered } from "./loop.ts";
import type { SendState } from "./schema.ts";
import { A_PERSON, type MessageClass, type SendWish } from "./wish.ts";

const AN_HOUR_IN_MINUTES = 60;

export type Known = {
  is_excluded: boolean;
  /** The phone stands with somebody who works in the business. */
  is_colleague: boolean;
  /** When the person last called us. */
  last_call_at: Temporal.Instant | null;
  sent_today: number;
  daily_cap: number;
  /** Automated texts to the recipient that were let through: in the last hour, and by this asker in its own span. */
  automated_last_hour: number;
  same_asker: number;
};

/** What our own records say about a wish, in one round trip. */
export async function selectKnown(scope: Scope, wish: SendWish): Promise<Known> {
  const now = scope.now();
  const span = Math.max(AN_HOUR_IN_MINUTES, wish.oncePer?.total("minutes") ?? 0);
  const { rows } = await sql<Known>`
    select exists (select from excluded_callers
                   where tenant_id = ${scope.tenantId} and phone = ${wish.recipient}) as is_excluded,
           exists (select from people_facts
                   where tenant_id = ${scope.tenantId} and phone_number = ${wish.recipient} and is_active) as is_colleague,
           (select max(started_at) from call_facts
            where tenant_id = ${scope.tenantId} and customer_phone = ${wish.recipient} and direction = 'inbound') as last_call_at,
           coalesce((select sent_today from sender_lanes
                     where tenant_id = ${scope.tenantId} and phone_number_id = ${wish.phoneNumberId}
                       and today = ${carriersDay(now)}), 0) as sent_today,
           coalesce((select daily_cap from sender_lanes
                     where tenant_id = ${scope.tenantId} and phone_number_id = ${wish.phoneNumberId}), ${USUAL_DAILY_CAP}) as daily_cap,
           count(*) filter (where decision.decided_at > ${now.subtract({ hours: 1 })})::int as automated_last_hour,
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
  const [known] = rows;
  if (known === undefined) throw new Error("An aggregate gave no row.");
  return known;
}

/** What we meant to send to a person since then. */
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

/** A text of ours; others may change it meanwhile. */
export async function findOutbound(scope: Scope, id: string): Promise<Outbound | null> {
  return read(await outbound(scope).where("id", "=", id).executeTakeFirst());
}

/** Nobody else changes the message before the transaction ends. */
export async function lockOutbound(scope: Scope, id: string): Promise<Outbound | null> {
  return read(await outbound(scope).where("id", "=", id).forUpdate().executeTakeFirst());
}

/** The text that the carrier knows by this sid. */
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
