import { sql } from "kysely";
import { unlessBusy } from "#platform/database/partitions.ts";
import { startRounds } from "#platform/engine/rounds.ts";
import type { Service } from "#platform/module.ts";
import type { Ports } from "#platform/ports.ts";

/** Lets go, once a day, of webhooks that have had their time. What they said is in the ledgers, which keep everything. */
export const inboxRetention: Service = {
  name: "inbox retention",
  start: (ports) => startRounds(ports, { name: "inbox retention", every: { hours: 24 }, work: () => forgetOld(ports) }),
};

const RECEIPTS_AT_ONCE = 5000;

/**
 * Drops the months of the inbox that lie before the retention, and the receipts from before it. A month in which something
 * still waits, or nobody has looked at a dead letter, stays: the database sees to that as well, and to thirty days by its
 * own clock.
 */
export async function forgetOld(ports: Pick<Ports, "clock" | "config" | "database" | "log">): Promise<void> {
  const { clock, config } = ports;
  const before = clock.now().subtract({ hours: 24 * config.webhookDays });
  for (const month of await selectMonthsBefore(ports, before)) await dropMonth(ports, month);
  await deleteReceiptsBefore(ports, before);
  await ports.database.platform.deleteFrom("repairs").where("repaired_at", "<", before).execute();
}

type Month = { name: string; lowest: string; beyond: string };

async function selectMonthsBefore({ database }: Pick<Ports, "database">, before: Temporal.Instant): Promise<Month[]> {
  const { rows } = await sql<Month>`select * from inbox_partitions_before(${before.toString()}::timestamptz)`.execute(
    database.platform,
  );
  return rows;
}

async function dropMonth({ clock, database, log }: Pick<Ports, "clock" | "database" | "log">, month: Month) {
  const waiting = await database.platform
    .selectFrom("webhook_inbox")
    .select("id")
    .where("id", ">=", month.lowest)
    .where("id", "<", month.beyond)
    .where("status", "in", ["pending", "failed", "dead"])
    .limit(1)
    .executeTakeFirst();
  if (waiting !== undefined) return log.warn({ month: month.name }, "a month of webhooks stays: not all were received");
  const now = clock.now().toString();
  // The application's clock reaches the database by the transaction.
  const drop = sql`select set_config('app.now', ${now}, true), drop_inbox_partition(${month.name})`;
  if (await unlessBusy(database.platform, drop)) log.info({ month: month.name }, "a month of webhooks was let go");
  else log.warn({ month: month.name }, "a month of webhooks is in use; it is let go tomorrow");
}

async function deleteReceiptsBefore({ database }: Pick<Ports, "database">, before: Temporal.Instant): Promise<void> {
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from webhook_receipts where ctid = any(array(
        select ctid from webhook_receipts where received_at < ${before} limit ${RECEIPTS_AT_ONCE}))`.execute(
      database.platform,
    );
    if (numAffectedRows < BigInt(RECEIPTS_AT_ONCE)) return;
  }
}
