import { Client } from "pg";
import type { Town } from "../../../rig/src/town.ts";

export const EVENTS_A_CALL = 6;
/** Spread over the last months, as a ledger grows. */
const MONTHS = 12;
const CALLS_A_STATEMENT = 20_000;

/**
 * Lets the ledger have so many events more, of calls that are long over, by statements of its owner instead of webhooks.
 * @param from how many there are already.
 */
export async function growLedger(town: Town, from: number, to: number): Promise<void> {
  const client = new Client(town.database.owner);
  await client.connect();
  try {
    await openMonths(client);
    // What the rows refer to is there: without its triggers the fill takes minutes instead of hours.
    await client.query("set session_replication_role = replica; set synchronous_commit = off");
    const calls = { from: from / EVENTS_A_CALL, to: to / EVENTS_A_CALL };
    for (let first = calls.from; first < calls.to; first += CALLS_A_STATEMENT)
      await addCalls(client, town, first, Math.min(CALLS_A_STATEMENT, calls.to - first), calls.to);
    await client.query("analyze calls; analyze call_events; checkpoint");
  } finally {
    await client.end();
  }
}

async function openMonths(client: Client): Promise<void> {
  await client.query(`do $$ declare month date; begin
    for month in select generate_series(date_trunc('month', now()) - interval '${MONTHS} months', now(), interval '1 month')
    loop call make_monthly_partition('call_events', month); end loop; end $$`);
}

async function addCalls(client: Client, { lines }: Town, first: number, count: number, of: number): Promise<void> {
  await client.query(
    `with made as materialized (
       select number, ($1::uuid[])[1 + number % array_length($1::uuid[], 1)] as tenant_id,
              ($2::uuid[])[1 + number % array_length($2::uuid[], 1)] as number_id,
              'CA' || md5('old call ' || number) as call_sid,
              now() - interval '${MONTHS} months' + (number::float8 / $5::float8) * interval '${MONTHS} months' as began
       from generate_series($3::int, $3::int + $4::int - 1) as number),
     told as materialized (
       select made.*, encode(overlay(uuid_send(gen_random_uuid()) placing
                substring(int8send((extract(epoch from began) * 1000)::bigint) from 3) from 1 for 6), 'hex')::uuid as call_id
       from made),
     kept as (
       insert into calls (tenant_id, id, call_sid, phone_number_id, caller_phone, called_phone, customer_phone, status,
                          answered, missed, missed_reason, missed_at, started_at, ended_at, last_event_time, is_final,
                          finalized_at, sync_state)
       select tenant_id, call_id, call_sid, number_id, '+15125550142', '+15125550100', '+15125550142', 'completed',
              false, true, 'no_answer', began, began, began, began, true, began, 'frozen' from told)
     insert into call_events (tenant_id, call_id, call_sid, event_type, event_key, sequence_number, occurred_at,
                              received_at, payload, source, inbox_id)
     select tenant_id, call_id, call_sid, 'leg-status', 'leg-status:' || call_sid || ':' || step, step, began, began,
            jsonb_build_object('CallSid', call_sid, 'AccountSid', 'AC00000000000000000000000000000000',
              'From', '+15125550142', 'To', '+15125550100', 'CallStatus', 'ringing', 'Direction', 'inbound',
              'FromCity', 'AUSTIN', 'FromState', 'TX', 'FromZip', '78704', 'FromCountry', 'US', 'ToCity', 'AUSTIN',
              'ToState', 'TX', 'ToZip', '78704', 'ToCountry', 'US', 'ApiVersion', '2010-04-01',
              'Timestamp', 'Tue, 03 Mar 2026 16:00:00 +0000', 'CallbackSource', 'call-progress-events',
              'SequenceNumber', step::text), 'webhook', call_id
     from told cross join generate_series(1, ${EVENTS_A_CALL}) as step`,
    [lines.map(({ tenantId }) => tenantId), lines.map(({ numberId }) => numberId), first, count, of],
  );
}
