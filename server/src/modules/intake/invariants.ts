import { sql } from "kysely";
import type { Invariant } from "#platform/invariants.ts";
import type { Tx } from "#platform/scope.ts";

/**
 * A receipt says that a webhook was accepted, the inbox has what it said. They are written by one statement; which of them
 * was lost since, or whether what repeats itself was stored again, shows where they do not match.
 */
export const everyReceiptHasItsWebhook: Invariant = {
  id: "I1",
  sentence: "Every webhook that was accepted is in the inbox, once.",
  async check(tx) {
    const recent = await recently(tx);
    const lost = await sql<{ key: string }>`
      select receipt.dedupe_key as key from webhook_receipts receipt
      where receipt.received_at >= ${recent.moment}
        and not exists (
          select from webhook_inbox inbox
          where inbox.tenant_id = receipt.tenant_id and inbox.id = receipt.inbox_id)`.execute(tx);
    const doubled = await sql<{ id: string; key: string }>`
      select inbox.id, inbox.dedupe_key as key from webhook_inbox inbox
      where inbox.id >= ${recent.id}
        and not exists (
          select from webhook_receipts receipt
          where receipt.tenant_id = inbox.tenant_id and receipt.provider = inbox.provider
            and receipt.dedupe_key = inbox.dedupe_key and receipt.inbox_id = inbox.id)`.execute(tx);
    return [
      ...lost.rows.map(({ key }) => `The webhook ${key} was accepted, but is not in the inbox.`),
      ...doubled.rows.map(
        ({ id, key }) => `The webhook ${id} is in the inbox, but the receipt of ${key} is not its own.`,
      ),
    ];
  },
};

/**
 * Older webhooks have been examined often enough; those that are dropped are older by weeks. As a value: what a function says
 * that is not known to be leakproof is no condition of an index under row-level security.
 */
async function recently(tx: Tx): Promise<{ moment: Temporal.Instant; id: string }> {
  const { rows } = await sql<{ moment: Temporal.Instant; id: string }>`
    select moment, id_floor(moment) as id from (select app_now() - interval '2 days' as moment) recent`.execute(tx);
  const [recent] = rows;
  if (recent === undefined) throw new Error("A moment gave no row.");
  return recent;
}
