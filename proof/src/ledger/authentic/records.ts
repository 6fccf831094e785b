import { Client } from "pg";
import { askOnce } from "../../../../rig/src/ask-once.ts";
import type { Town } from "../../../../rig/src/town.ts";

/** Stored webhooks about calls; those about texts come from the carrier by itself. */
export async function countOfCalls({ database }: Town): Promise<number> {
  const count = "select count(*)::int as stored from webhook_inbox where topic not like 'sms%'";
  const row = await askOnce<{ stored: number }>(database.owner, count);
  return row?.stored ?? 0;
}

/** Where repetitions and refusals are counted; everything else is what the product knows. */
const COUNTERS = ["webhook_receipts", "webhook_refusals"];

/** A digest of every row of every table, by table. */
export async function fingerprint({ database }: Town): Promise<Map<string, string>> {
  const client = new Client(database.owner);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`);
    const digests = new Map<string, string>();
    for (const { name } of tables.filter((table) => !COUNTERS.includes(table.name))) {
      const { rows } = await client.query<{ digest: string | null }>(
        `select md5(string_agg(row::text, '' order by row::text)) as digest from ${client.escapeIdentifier(name)} as row`,
      );
      digests.set(name, rows[0]?.digest ?? "");
    }
    return digests;
  } finally {
    await client.end();
  }
}
