import { Client, type PoolConfig } from "pg";

/** What the product kept, read when everything was at rest. */
export type Kept = {
  /** How often each webhook is in the inbox, received; and in the ledger. */
  inbox: ReadonlyMap<string, number>;
  ledger: ReadonlyMap<string, number>;
  /** By the call's sid. */
  calls: ReadonlyMap<string, KeptCall>;
  /** When each text was marked as leaving, in ms since the epoch, by the sid that the carrier gave it. */
  leftAt: ReadonlyMap<string, number>;
};

export type KeptCall = {
  call_sid: string;
  status: string;
  answered: boolean | null;
  missed: boolean | null;
  missed_reason: string | null;
  disconnect_reason: string | null;
  events: { event_type: string; occurred_at: string; payload: unknown }[];
  outcome: string | null;
  reason: string | null;
  /** What became of its text, and why. */
  text_state: string | null;
  text_state_reason: string | null;
  /** Whether a person was asked to call back. */
  has_task: boolean;
};

export async function keptOf(owner: PoolConfig): Promise<Kept> {
  const client = new Client(owner);
  await client.connect();
  const numbers = async (statement: string) => {
    const { rows } = await client.query<{ key: string; number: number }>(statement);
    return new Map(rows.map(({ key, number }) => [key, number]));
  };
  try {
    const { rows } = await client.query<KeptCall>(CALLS);
    return {
      inbox: await numbers(INBOX),
      ledger: await numbers(LEDGER),
      calls: byCall(rows),
      leftAt: await numbers(LEFT),
    };
  } finally {
    await client.end();
  }
}

const byCall = (calls: readonly KeptCall[]) => new Map(calls.map((call) => [call.call_sid, call]));

const INBOX =
  "select dedupe_key as key, count(*)::int as number from webhook_inbox where status = 'processed' group by 1";
const LEDGER = "select event_key as key, count(*)::int as number from call_events group by 1";
const LEFT = `
  select message_sid as key, (extract(epoch from sending_at) * 1000)::float8 as number
  from outbound_messages where message_sid is not null`;
const CALLS = `
  select call_sid, calls.status, answered, missed, missed_reason, disconnect_reason, outcome, reason,
         text.state as text_state, text.state_reason as text_state_reason,
         exists (select from activities task where task.tenant_id = calls.tenant_id and task.call_id = calls.id
                 and task.type = 'call') as has_task,
         (select json_agg(json_build_object(
            'event_type', event_type, 'payload', payload,
            'occurred_at', to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
          from call_events where call_events.tenant_id = calls.tenant_id and call_events.call_id = calls.id) as events
  from calls
  left join text_backs on text_backs.tenant_id = calls.tenant_id and text_backs.call_id = calls.id
  left join outbound_messages text on text.tenant_id = calls.tenant_id and text.id = text_backs.outbound_message_id`;
