import { sql } from "kysely";
import type { Ports } from "#platform/ports.ts";
import type { Scope } from "#platform/scope.ts";
import { subjectLock } from "./subject-lock.ts";

/** A stored webhook that waits to be received. */
export type WaitingWebhook = {
  id: string;
  tenant_id: string;
  topic: string;
  subject: string;
  dedupe_key: string;
  body: unknown;
  received_at: Temporal.Instant;
  attempts: number;
  phone_number_id: string;
  phone_number: string;
};

/** Has what is asked of each row looked up by its index: joined to all that waits, it would cost more the more waits. */
const LOOKED_UP = sql`offset 0`;

/**
 * The oldest webhooks whose turn has come, in the order of their arrival. A webhook that failed holds up those of its own
 * subject until its next attempt, and no other.
 */
export async function selectWaiting(
  { clock, database }: Pick<Ports, "clock" | "database">,
  known: readonly string[],
  limit: number,
): Promise<WaitingWebhook[]> {
  const now = clock.now();
  const { rows } = await sql<WaitingWebhook>`
    with inbox as materialized (
      select id, tenant_id, topic, subject, dedupe_key, body, received_at, attempts, phone_number_id, arrival
      from webhook_inbox inbox
      where status in ('pending', 'failed')
        and (next_attempt_at is null or next_attempt_at <= ${now})
        and not (id = any(${known}::uuid[]))
        and not exists (
          select from webhook_inbox earlier
          where earlier.tenant_id = inbox.tenant_id and earlier.subject = inbox.subject
            and earlier.arrival < inbox.arrival and earlier.status = 'failed' and earlier.next_attempt_at > ${now}
          ${LOOKED_UP})
      order by arrival limit ${limit})
    select inbox.*, number.phone_number
    from inbox join number_facts number on number.tenant_id = inbox.tenant_id and number.id = inbox.phone_number_id
    order by inbox.arrival`.execute(database.platform);
  return rows;
}

/** Whether webhooks about this subject are stored and still to be received. */
export async function isMoreStored({ tx, tenantId }: Scope, subject: string): Promise<boolean> {
  const waiting = await tx
    .selectFrom("webhook_inbox")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("subject", "=", subject)
    .where("status", "in", ["pending", "failed"])
    .limit(1)
    .executeTakeFirst();
  return waiting !== undefined;
}

/**
 * Whether a text from this phone is stored and nobody has read it: it may say STOP. A dead one is read when a person has it
 * received again.
 */
export async function findUnreadText({ tx, tenantId }: Scope, phone: string): Promise<"waiting" | "dead" | null> {
  const { rows } = await sql<{ is_dead: boolean | null }>`
    select bool_and(status = 'dead') as is_dead from webhook_inbox
    where tenant_id = ${tenantId} and body ->> 'From' = ${phone}
      and status in ('pending', 'failed', 'dead') and topic in ('sms', 'sms-fallback', 'sms-listed')`.execute(tx);
  const isDead = rows[0]?.is_dead ?? null;
  if (isDead === null) return null;
  return isDead ? "dead" : "waiting";
}

/**
 * Marks webhooks of one subject as processed, before they are received in the same transaction. Returns the ids of those
 * that it marked; hands off the others: somebody else has received them, or is at work on their subject, or an earlier one
 * of the subject waits.
 */
export async function takeTurn(scope: Scope, webhooks: readonly Pick<WaitingWebhook, "id">[]): Promise<Set<string>> {
  const ids = webhooks.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    update webhook_inbox inbox set status = 'processed', processed_at = app_now()
    where inbox.tenant_id = ${scope.tenantId} and inbox.id = any(${ids}::uuid[]) and inbox.status in ('pending', 'failed')
      and pg_try_advisory_xact_lock(${subjectLock(sql`inbox.tenant_id`, sql`inbox.subject`)})
      and not exists (
        select from webhook_inbox earlier
        where earlier.tenant_id = inbox.tenant_id and earlier.subject = inbox.subject
          and earlier.arrival < inbox.arrival and earlier.status in ('pending', 'failed')
          and not (earlier.id = any(${ids}::uuid[])) ${LOOKED_UP})
    returning inbox.id`.execute(scope.tx);
  return new Set(rows.map(({ id }) => id));
}

export type Failure = {
  attempts: number;
  status: "failed" | "dead";
  last_error: string;
  next_attempt_at: Temporal.Instant | null;
};

export async function recordFailure(scope: Scope, id: string, failure: Failure): Promise<void> {
  await scope.tx
    .updateTable("webhook_inbox")
    .set(failure)
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .where("status", "in", ["pending", "failed"])
    .execute();
}
