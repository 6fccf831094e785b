import { lockRecipient } from "#compliance";
import {
  type ListedTopic,
  occurredAt,
  type Standing,
  type StoredWebhook,
  type WebhookParams,
  type WebhookTopic,
} from "#intake";
import type { Scope } from "#platform/scope.ts";
import { catchUp, enterWord } from "./delivery.ts";
import { isDeliveryStatus, isFurther } from "./delivery-status.ts";
import { findOutboundBySid, lockOutbound, type Outbound } from "./queries.ts";

const sidOf = (row: WebhookParams) => row["MessageSid"] ?? "";

/**
 * What the carrier's list says about our texts and its reports did not. Texts of the account that are not ours, such as
 * the carrier's own answers to STOP, are left alone; one whose acceptance was lost is looked for by its words.
 */
export const listedTexts: ListedTopic = { topic: "sms-status-listed", sidOf, compare };

async function compare(scope: Scope, rows: readonly WebhookParams[]): Promise<Map<string, Standing>> {
  const known = await scope.tx
    .selectFrom("outbound_messages")
    .select(["message_sid", "status", "price"])
    .where("tenant_id", "=", scope.tenantId)
    .where("message_sid", "in", rows.map(sidOf))
    .execute();
  const ours = new Map(known.map((text) => [text.message_sid, text]));
  return new Map(rows.map((row) => [sidOf(row), standingOf(ours.get(sidOf(row)), row)]));
}

function standingOf(text: Pick<Outbound, "status" | "price"> | undefined, row: WebhookParams): Standing {
  if (text === undefined) return { kind: "foreign" };
  if (isFurther(row["MessageStatus"] ?? "", text.status)) return { kind: "behind" };
  return { kind: row["Price"] !== undefined && text.price === null ? "completed" : "held" };
}

/** A text of ours as the carrier lists it. */
export const listedTextTopic: WebhookTopic = {
  provider: "twilio",
  topic: "sms-status-listed",
  subjectOf: (params) => sidOf(params) || null,
  dedupeKeyOf: (params) => `listed:${sidOf(params)}:${params["MessageStatus"]}:${params["ErrorCode"] ?? ""}`,
  async receive(scope, webhooks) {
    for (const webhook of webhooks) await receive(scope, webhook);
  },
};

async function receive(scope: Scope, webhook: StoredWebhook): Promise<void> {
  const { params } = webhook;
  const sid = sidOf(params);
  const known = await findOutboundBySid(scope, sid);
  if (known === null) return;
  await lockRecipient(scope, known.recipient);
  const message = await lockOutbound(scope, known.id);
  if (message === null) return;
  const code = Number(params["ErrorCode"] ?? 0);
  const word = {
    message_sid: sid,
    status: params["MessageStatus"] ?? "",
    error_code: code > 0 ? code : null,
    occurred_at: occurredAt(webhook),
    source: "reconciliation" as const,
    payload: params,
    inbox_id: webhook.id,
  };
  if (isDeliveryStatus(word.status)) await enterWord(scope, word, message.id);
  const { Price: price, PriceUnit: price_unit = null } = params;
  await catchUp(scope, message, sid, price === undefined ? {} : { price, price_unit });
}
