import type { ListedTopic, Standing, WebhookParams } from "#intake";
import type { Scope } from "#platform/scope.ts";

const sidOf = (row: WebhookParams) => row["MessageSid"] ?? "";

/** Which of the texts that came in, by the carrier's list, we have not got. */
export const listedInbound: ListedTopic = { topic: "sms-listed", sidOf, compare };

async function compare(scope: Scope, rows: readonly WebhookParams[]): Promise<Map<string, Standing>> {
  const known = await scope.tx
    .selectFrom("messages")
    .select(["message_sid", "price"])
    .where("tenant_id", "=", scope.tenantId)
    .where("message_sid", "in", rows.map(sidOf))
    .execute();
  const priced = new Set(rows.filter((row) => row["Price"] !== undefined).map(sidOf));
  return new Map(
    known.map(({ message_sid: sid, price }) => {
      const lacksPrice = price === null && priced.has(sid ?? "");
      return [sid ?? "", { kind: lacksPrice ? "completed" : "held" }];
    }),
  );
}
