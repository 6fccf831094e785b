import type { Pool } from "pg";
import { isDatabaseAway } from "#platform/database/away.ts";
import type { Ports } from "#platform/ports.ts";
import { type Batches, createBatches } from "./batches.ts";
import { createDoorbell } from "./doorbell.ts";

/** A verified webhook on its way into the inbox. */
export type InboxRow = {
  tenant_id: string;
  id: string;
  topic: string;
  dedupe_key: string;
  subject: string;
  phone_number_id: string;
  /** The state of the number under which the webhook was verified; null for what we read ourselves in a list. */
  route_version: string | null;
  headers: Record<string, unknown>;
  body: object;
  received_at: string;
};

/** Not stored when the number has changed since it was looked up: then the webhook is to be verified again. */
export type Stored = "stored" | "outdated";

const LARGEST_BATCH = 200;

/**
 * Writes webhooks into the inbox, durably, each distinct one once; repetitions are counted. Whatever arrives while one
 * insert is under way goes in the next: one statement, one commit.
 * @param pool the connections that are kept free, unless nobody outside waits.
 */
export function createStore(
  ports: Pick<Ports, "database" | "log">,
  pool: Pool = ports.database.urgentPool,
): Batches<InboxRow, Stored> {
  const doorbell = createDoorbell(ports);
  const write = async (rows: InboxRow[]) => {
    const outcomes = await insert(pool, rows);
    doorbell.ring();
    return outcomes;
  };
  return createBatches(write, { largest: LARGEST_BATCH, splits: (error) => !isDatabaseAway(error) });
}

/**
 * One statement for all, planned once by each connection: what was known of the numbers is checked by the insert itself. The
 * planner takes a CASE to be true of half the rows, as it is of nearly all; of an OR it thinks that one row is left.
 */
const INSERT = {
  name: "intake store",
  text: `
    with posted as materialized (
      select * from json_to_recordset($1::json) as row(
        place int, repeats int, tenant_id uuid, id uuid, topic text, dedupe_key text, subject text, phone_number_id uuid,
        route_version text, headers jsonb, body jsonb, received_at timestamptz)),
    current as materialized (
      select posted.* from posted
        left join number_route_facts route
          on route.tenant_id = posted.tenant_id and route.id = posted.phone_number_id
      where case when posted.route_version is null then true else route.version = posted.route_version end),
    receipts as (
      insert into webhook_receipts (tenant_id, provider, dedupe_key, inbox_id, received_at, repeats)
      select tenant_id, 'twilio', dedupe_key, id, received_at, repeats from current order by tenant_id, dedupe_key
      on conflict (tenant_id, provider, dedupe_key)
      do update set repeats = webhook_receipts.repeats + 1 + excluded.repeats
      returning inbox_id),
    stored as (
      insert into webhook_inbox
        (tenant_id, id, provider, topic, dedupe_key, subject, phone_number_id, headers, body, received_at)
      select tenant_id, id, 'twilio', topic, dedupe_key, subject, phone_number_id, headers, body, received_at
      from current where id in (select inbox_id from receipts) order by place
      on conflict (tenant_id, id) do nothing)
    select place from current`,
};

async function insert(pool: Pool, rows: InboxRow[]): Promise<Stored[]> {
  const distinct = distinctOf(rows);
  const values = [JSON.stringify(distinct.map(({ row }) => row))];
  const answer = await pool.query<{ place: number }>({ ...INSERT, values });
  const current = new Set(answer.rows.map(({ place }) => place));
  const outcomes = new Map<InboxRow, Stored>();
  for (const { row, members } of distinct)
    for (const member of members) outcomes.set(member, current.has(row.place) ? "stored" : "outdated");
  return rows.map((row) => outcomes.get(row) ?? "outdated");
}

/** One statement cannot meet the same key twice: repetitions within a batch are counted here. */
function distinctOf(rows: InboxRow[]) {
  const byKey = Map.groupBy(rows, (row) => `${row.tenant_id} ${row.dedupe_key} ${row.route_version}`);
  return [...byKey.values()].map((members, place) => ({
    members,
    row: { ...members[0], place, repeats: members.length - 1 },
  }));
}
