import type { Client } from "pg";

/** One row for each append-only table and for what it refers to; `$1` is the tenant. Ids are the database's own. */
const ROWS = [
  `insert into contacts (tenant_id, first_name) values ($1, 'Rosa')`,
  `insert into calls (tenant_id, call_sid, caller_phone, called_phone, started_at) values ($1, 'CA' || $1::uuid, '+15125550142', '+15125550100', app_now())`,
  `insert into call_events (tenant_id, call_id, call_sid, event_type, event_key, occurred_at, received_at, payload, source)
   select tenant_id, id, call_sid, 'ringing', 'ringing', app_now(), app_now(), '{}', 'webhook' from calls where tenant_id = $1`,
  `insert into events (tenant_id, type, payload) values ($1, 'call.missed', '{}')`,
  `insert into audit_logs (tenant_id, entity_type, action, actor_type) values ($1, 'call', 'looked_at', 'system')`,
  `insert into consents (tenant_id, phone, channel, kind, source) values ($1, '+15125550142', 'sms', 'implied', 'call')`,
  `insert into opt_outs (tenant_id, phone, state, source) values ($1, '+15125550142', 'opted_out', 'keyword')`,
  `insert into send_decisions (tenant_id, requested_by, cause, class, channel, recipient, verdict, reason, rules, inputs)
   values ($1, 'conversations', 'text_back:1', 'conversational', 'sms', '+15125550142', 'refused', 'opted_out', '[]', '{}')`,
  `insert into message_events (tenant_id, message_sid, status, event_key, occurred_at, received_at, payload, source)
   values ($1, 'SM' || $1::uuid, 'sent', 'sent', app_now(), app_now(), '{}', 'webhook')`,
];

/** A tenant with a row in each of those tables, written by `client` (the owner). Returns its id. */
export async function tenantWithRows(client: Client, businessName: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>("insert into tenants (business_name) values ($1) returning id", [
    businessName,
  ]);
  const id = String(rows[0]?.id);
  for (const statement of ROWS) await client.query(statement, [id]);
  return id;
}
