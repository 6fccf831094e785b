import { sql } from "kysely";
import { isDatabaseAway } from "#platform/database/away.ts";
import type { Ports } from "#platform/ports.ts";
import { type Batches, createBatches } from "./batches.ts";
import { ring } from "./doorbell.ts";

/** A verified webhook on its way into the inbox. */
export type InboxRow = {
  tenant_id: string;
  id: string;
  topic: string;
  dedupe_key: string;
  subject: string;
  phone_number_id: string;
  headers: Record<string, unknown>;
  body: object;
  received_at: string;
};

const LARGEST_BATCH = 200;

/**
 * Writes webhooks into the inbox, durably, each distinct one once; repetitions are counted. Whatever arrives while one
 * insert is under way goes in the next: one statement, one commit.
 */
export function createStore(ports: Pick<Ports, "database" | "log">): Batches<InboxRow> {
  const write = async (rows: InboxRow[]) => {
    await insert(ports, rows);
    ring(ports);
  };
  return createBatches(write, { largest: LARGEST_BATCH, splits: (error) => !isDatabaseAway(error) });
}

async function insert({ database }: Pick<Ports, "database">, rows: InboxRow[]): Promise<void> {
  await sql`
    with posted as (
      select * from json_to_recordset(${JSON.stringify(distinct(rows))}::json) as row(
        place int, repeats int, tenant_id uuid, id uuid, topic text, dedupe_key text, subject text, phone_number_id uuid,
        headers jsonb, body jsonb, received_at timestamptz)),
    receipts as (
      insert into webhook_receipts (tenant_id, provider, dedupe_key, inbox_id, received_at, repeats)
      select tenant_id, 'twilio', dedupe_key, id, received_at, repeats from posted order by tenant_id, dedupe_key
      on conflict (tenant_id, provider, dedupe_key)
      do update set repeats = webhook_receipts.repeats + 1 + excluded.repeats
      returning inbox_id)
    insert into webhook_inbox (tenant_id, id, provider, topic, dedupe_key, subject, phone_number_id, headers, body, received_at)
    select tenant_id, id, 'twilio', topic, dedupe_key, subject, phone_number_id, headers, body, received_at
    from posted where id in (select inbox_id from receipts) order by place
    on conflict (tenant_id, id) do nothing`.execute(database.platform);
}

/** One statement cannot meet the same key twice: repetitions within a batch are counted here. */
function distinct(rows: InboxRow[]) {
  const byKey = Map.groupBy(rows, (row) => `${row.tenant_id} ${row.dedupe_key}`);
  return [...byKey.values()].map(([first, ...repeats], place) => ({ ...first, place, repeats: repeats.length }));
}
