import { type Selectable, sql } from "kysely";
import type { OutboundMessages } from "#platform/database/database-types.ts";
import { type Compared, defineProjection, differencesBetween, type Range } from "#platform/projections.ts";
import type { Scope, Tx } from "#platform/scope.ts";
import { foldDelivery } from "./delivery-status.ts";

/** What the carrier said about every text of ours that it took, as its ledger tells it. */
export const deliveriesOfLedger = defineProjection("texts", compareTexts);

type Text = Selectable<OutboundMessages>;

async function compareTexts(tx: Tx, range: Range): Promise<Compared> {
  const texts = await selectTexts(tx, range);
  const words = await selectWords(tx, texts);
  const deviations = texts.flatMap((text) => {
    const row = rebuild(text, words.get(text.message_sid ?? "") ?? []);
    const differences = differencesBetween(text, row);
    return differences.length === 0
      ? []
      : [{ id: text.id, differences, mend: (scope: Scope) => mend(scope, text, row) }];
  });
  const events = [...words.values()].reduce((sum, said) => sum + said.length, 0);
  return { rows: texts.length, events, last: texts.at(-1)?.id ?? null, deviations };
}

async function selectTexts(tx: Tx, range: Range): Promise<Text[]> {
  const texts = tx.selectFrom("outbound_messages").selectAll().where("message_sid", "is not", null).orderBy("id");
  if ("held" in range) return texts.where("id", "in", range.held).forUpdate().execute();
  if ("named" in range)
    return texts
      .where(sql<boolean>`${range.named} in (id::text, message_sid) or call_id in (
      select id from call_facts where ${range.named} in (id::text, call_sid))`)
      .execute();
  return texts.where("id", ">", range.after).limit(range.most).execute();
}

async function selectWords(tx: Tx, texts: readonly Text[]) {
  const sids = texts.flatMap(({ message_sid }) => message_sid ?? []);
  if (sids.length === 0) return new Map<string, never[]>();
  const words = await tx
    .selectFrom("message_events")
    .select(["message_sid", "status", "error_code", "occurred_at", "received_at", "source"])
    .where("message_sid", "in", sids)
    .execute();
  return Map.groupBy(words, ({ message_sid }) => message_sid);
}

function rebuild(text: Text, words: Parameters<typeof foldDelivery>[0]) {
  const { is_contradictory: _settled, ...delivery } = foldDelivery(words);
  // That a text is frozen is written down by a job, which a clock that was moved, or a server that was down, leaves behind.
  return { ...delivery, sync_state: delivery.finalized_at === null ? "active" : text.sync_state };
}

/** Nothing is announced, nothing is sent. */
async function mend(scope: Scope, { id }: Text, row: ReturnType<typeof rebuild>): Promise<void> {
  await scope.tx
    .updateTable("outbound_messages")
    .set(row)
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .execute();
}
