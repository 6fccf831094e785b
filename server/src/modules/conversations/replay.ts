import { sql } from "kysely";
import { type Compared, defineProjection, differencesBetween, type Range } from "#platform/projections.ts";
import type { Scope, Tx } from "#platform/scope.ts";
import { shownDelivery } from "./delivery.ts";

/** What threads show of texts of ours, as the texts themselves tell it. Texts are rebuilt first. */
export const messagesOfTexts = defineProjection("messages", compareMessages);

async function compareMessages(tx: Tx, range: Range): Promise<Compared> {
  const messages = await selectMessages(tx, range);
  const texts = await selectTexts(
    tx,
    messages.flatMap(({ outbound_message_id }) => outbound_message_id ?? []),
  );
  const deviations = messages.flatMap((message) => {
    const text = texts.get(message.outbound_message_id);
    if (text === undefined) return [];
    const row = shownDelivery(text);
    const differences = differencesBetween(message, row);
    return differences.length === 0 ? [] : [{ id: message.id, differences, mend: mendWith(message.id, row) }];
  });
  return { rows: messages.length, events: 0, last: messages.at(-1)?.id ?? null, deviations };
}

async function selectMessages(tx: Tx, range: Range) {
  const messages = tx.selectFrom("messages").selectAll().where("outbound_message_id", "is not", null).orderBy("id");
  if ("held" in range) return messages.where("id", "in", range.held).forUpdate().execute();
  if ("named" in range)
    return messages
      .where(sql<boolean>`outbound_message_id in (
      select id from send_facts where ${range.named} in (id::text, message_sid) or call_id in (
        select id from call_facts where ${range.named} in (id::text, call_sid)))`)
      .execute();
  return messages.where("id", ">", range.after).limit(range.most).execute();
}

async function selectTexts(tx: Tx, ids: string[]) {
  if (ids.length === 0) return new Map();
  const texts = await tx.selectFrom("send_facts").selectAll().where("id", "in", ids).execute();
  return new Map(texts.map((text) => [text.id, text]));
}

function mendWith(id: string, row: ReturnType<typeof shownDelivery>) {
  return async (scope: Scope): Promise<void> => {
    await scope.tx
      .updateTable("messages")
      .set(row)
      .where("tenant_id", "=", scope.tenantId)
      .where("id", "=", id)
      .execute();
  };
}
