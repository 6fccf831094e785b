import { sql } from "kysely";
import type { Scope } from "#platform/scope.ts";

/** The stretch of a conversation that belongs to one call: from its start to the next call of the same customer. */
export type Chapter = {
  callId: string;
  conversationId: string | null;
  customerPhone: string | null;
  from: Temporal.Instant;
  until: Temporal.Instant;
};

/** What the ledger and the outbox hold of one call, before it is put into words. */
export type Fact = { id: string; at: Temporal.Instant; source: Source; name: string; data: Record<string, unknown> };
export type Source =
  | "webhook"
  | "event"
  | "delivery_job"
  | "decision"
  | "send"
  | "accepted"
  | "delivery"
  | "message"
  | "turn"
  | "appointment"
  | "lead"
  | "text_back";

const MOST_FACTS = 1000;

/** Every fact of a chapter, in the order in which it happened. Reads others' facts views only. */
export async function selectFacts(scope: Scope, chapter: Chapter): Promise<Fact[]> {
  const { callId, conversationId, from, until } = chapter;
  // A person's texts are one subject of the front door, whatever their sids.
  const texts = `texts from ${chapter.customerPhone}`;
  const { rows } = await sql<Fact>`
    with sids as (
      select call_sid as sid from call_facts where tenant_id = ${scope.tenantId} and id = ${callId}
      union
      select message_sid from send_facts where tenant_id = ${scope.tenantId} and message_sid is not null
        and (call_id = ${callId} or (conversation_id = ${conversationId} and created_at between ${from} and ${until}))
      union
      select message_sid from message_facts where tenant_id = ${scope.tenantId} and message_sid is not null
        and conversation_id = ${conversationId} and created_at between ${from} and ${until}
      union
      select distinct payload ->> 'CallSid' from call_event_facts where tenant_id = ${scope.tenantId} and call_id = ${callId}
    ), ours as (
      select id, created_at, type, payload from events where tenant_id = ${scope.tenantId}
        and created_at between ${from} and ${until}
        and (payload ->> 'call_id' = ${callId} or payload ->> 'conversation_id' = ${conversationId}::text)
    ), facts as (
      select id::text, received_at as at, 'webhook' as source, topic as name,
             jsonb_build_object('subject', subject, 'status', status, 'processed_at', processed_at, 'said',
               coalesce(body ->> 'DialCallStatus', body ->> 'CallStatus', body ->> 'MessageStatus', body ->> 'SmsStatus')) as data
      from webhook_facts where tenant_id = ${scope.tenantId}
        and (subject in (select sid from sids) or (subject = ${texts} and body ->> 'MessageSid' in (select sid from sids)))
      union all
      select id::text, created_at, 'event', type, payload from ours
      union all
      select ours.id || ':' || delivery.subscriber, delivery.delivered_at, 'delivery_job', delivery.subscriber, jsonb_build_object('event', ours.type)
      from ours join event_deliveries delivery on delivery.tenant_id = ${scope.tenantId} and delivery.event_id = ours.id
      union all
      select id::text, decided_at, 'decision', verdict,
             jsonb_build_object('class', class, 'requested_by', requested_by, 'reason', reason, 'rules', rules)
      from decision_facts where tenant_id = ${scope.tenantId}
        and (call_id = ${callId} or (conversation_id = ${conversationId} and decided_at between ${from} and ${until}))
      union all
      select id::text || ':sending', sending_at, 'send', state, jsonb_build_object('body', body, 'attempts', attempts, 'class', class)
      from send_facts where tenant_id = ${scope.tenantId} and sending_at is not null
        and (call_id = ${callId} or (conversation_id = ${conversationId} and created_at between ${from} and ${until}))
      union all
      select id::text || ':accepted', accepted_at, 'accepted', coalesce(status, state),
             jsonb_build_object('message_sid', message_sid, 'segments', segments, 'price', price, 'price_unit', price_unit)
      from send_facts where tenant_id = ${scope.tenantId} and accepted_at is not null
        and (call_id = ${callId} or (conversation_id = ${conversationId} and created_at between ${from} and ${until}))
      union all
      select id::text, received_at, 'delivery', status, jsonb_build_object('message_sid', message_sid, 'error_code', error_code)
      from message_event_facts where tenant_id = ${scope.tenantId} and message_sid in (select sid from sids)
      union all
      select id::text, created_at, 'message', direction, jsonb_build_object('sender', sender, 'body', body, 'status', status)
      from message_facts where tenant_id = ${scope.tenantId} and conversation_id = ${conversationId} and created_at between ${from} and ${until}
      union all
      select id::text, created_at, 'turn', 'dispatcher', jsonb_build_object('understanding', understanding, 'decision', decision)
      from dispatcher_turn_facts where tenant_id = ${scope.tenantId} and conversation_id = ${conversationId} and created_at between ${from} and ${until}
      union all
      select id::text, created_at, 'appointment', status, jsonb_build_object('service', service_type, 'start', scheduled_start, 'address', address)
      from appointment_facts where tenant_id = ${scope.tenantId} and conversation_id = ${conversationId} and created_at between ${from} and ${until}
      union all
      select id::text, created_at, 'lead', status, jsonb_build_object('problem', problem_description, 'urgency', urgency_level)
      from lead_facts where tenant_id = ${scope.tenantId} and conversation_id = ${conversationId} and created_at between ${from} and ${until}
      union all
      select call_id::text || ':text_back', created_at, 'text_back', outcome, jsonb_build_object('reason', reason, 'wording', wording)
      from text_back_facts where tenant_id = ${scope.tenantId} and call_id = ${callId}
    )
    select * from facts order by at, id limit ${MOST_FACTS}`.execute(scope.tx);
  return rows;
}

/** The call, and the chapter that begins with it; null when there is no such call. `call` is an id or a carrier's SID. */
export async function findChapter(scope: Scope, call: string) {
  const found = await scope.tx
    .selectFrom("call_facts")
    .selectAll()
    .where("tenant_id", "=", scope.tenantId)
    .where((eb) => eb.or([eb("call_sid", "=", call), eb(sql<string>`id::text`, "=", call)]))
    .executeTakeFirst();
  if (found === undefined) return null;
  const next = await sql<{ started_at: Temporal.Instant | null }>`
    select min(started_at) as started_at from call_facts
    where tenant_id = ${scope.tenantId} and customer_phone = ${found.customer_phone} and started_at > ${found.started_at}`.execute(
    scope.tx,
  );
  const from = found.started_at ?? scope.now();
  const until = next.rows[0]?.started_at ?? scope.now();
  return {
    call: found,
    chapter: {
      callId: found.id ?? "",
      conversationId: found.conversation_id,
      customerPhone: found.customer_phone,
      from: from.subtract({ seconds: 5 }),
      until,
    },
  };
}
