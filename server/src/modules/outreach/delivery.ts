import type { Scope } from "#platform/scope.ts";
import { freezeAt, SETTLE, settleAt } from "./calls.ts";
import { carrierError } from "./carrier-errors.ts";
import { changeState } from "./change-state.ts";
import { type Delivery, foldDelivery, frozenFrom } from "./delivery-status.ts";
import { faceFailure } from "./failures.ts";
import type { Outbound } from "./queries.ts";

/** The carrier drops a text after ten minutes; its last report must have come by then. */
const REPORTS_END = Temporal.Duration.from({ minutes: 15 });

/** What the carrier said about one of its messages. */
export type CarrierWord = {
  message_sid: string;
  status: string;
  error_code: number | null;
  occurred_at: Temporal.Instant;
  payload: object;
} & (
  | { source: "response" | "reconciliation"; inbox_id?: string }
  /** A report has the webhook's key in the ledger too: what is two webhooks is two words. */
  | { source: "webhook"; inbox_id: string; event_key: string }
);

/** Enters a word into the ledger, once; also one about a message that we do not know yet. False when it is there. */
export async function enterWord(scope: Scope, word: CarrierWord, outboundMessageId: string | null): Promise<boolean> {
  const entered = await scope.tx
    .insertInto("message_events")
    .values({
      tenant_id: scope.tenantId,
      id: scope.newId(),
      message_sid: word.message_sid,
      outbound_message_id: outboundMessageId,
      status: word.status,
      event_key: word.source === "webhook" ? word.event_key : `${word.source}:${word.status}:${word.error_code ?? ""}`,
      error_code: word.error_code,
      occurred_at: word.occurred_at,
      received_at: scope.now(),
      payload: JSON.stringify(word.payload),
      source: word.source,
      inbox_id: word.inbox_id ?? null,
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "message_sid", "event_key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return entered !== undefined;
}

/**
 * Brings a text up to what the ledger says about its message: the carrier took it, and its delivery is the fold of every
 * word, whichever came first.
 */
export async function catchUp(
  scope: Scope,
  message: Outbound,
  messageSid: string,
  extra: { segments?: number | null; price?: string; price_unit?: string | null } = {},
) {
  const delivery = foldDelivery(await selectWords(scope, messageSid));
  const { is_contradictory, ...columns } = delivery;
  const accepted_at = message.accepted_at ?? scope.now();
  if (is_contradictory)
    await scope.enqueue(SETTLE, { outbound_message_id: message.id }, { key: `settle:${message.id}` });
  if (message.state === "accepted" && extra.price === undefined && saysNothingNew(message, delivery)) return;
  await changeState(scope, message, {
    ...columns,
    ...extra,
    state: "accepted",
    state_reason: null,
    message_sid: messageSid,
    accepted_at,
  });
  const reportsAreOverdue = accepted_at.add(REPORTS_END);
  if (delivery.finalized_at !== null) await freezeAt(scope, message.id, frozenFrom(delivery.finalized_at));
  else if (Temporal.Instant.compare(reportsAreOverdue, scope.now()) > 0)
    await settleAt(scope, message.id, reportsAreOverdue);
  if (failed(delivery.status) && !failed(message.status))
    await faceFailure(scope, message, carrierError(delivery.error_code));
}

async function selectWords(scope: Scope, messageSid: string) {
  return scope.tx
    .selectFrom("message_events")
    .select(["status", "error_code", "occurred_at", "received_at", "source"])
    .where("tenant_id", "=", scope.tenantId)
    .where("message_sid", "=", messageSid)
    .execute();
}

function saysNothingNew(message: Outbound, delivery: Delivery): boolean {
  const moments = ["sent_at", "delivered_at", "last_event_time", "finalized_at"] as const;
  return (
    message.status === delivery.status &&
    message.error_code === delivery.error_code &&
    moments.every((name) => message[name]?.toString() === delivery[name]?.toString())
  );
}

function failed(status: string | null): boolean {
  return status === "failed" || status === "undelivered" || status === "canceled";
}
