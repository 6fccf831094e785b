import type { Selectable } from "kysely";
import { carrierError, type SendState } from "#outreach";
import type { SendFacts } from "#platform/database/database-types.ts";
import type { Scope } from "#platform/scope.ts";
import { logEvent } from "./activity-log.ts";
import { wakePages } from "./conversation.ts";
import type { MessageStatus } from "./messages.ts";

type Sent = { state: SendState; state_reason: string | null; status: string | null; error_code: number | null };

/** The carrier's words as the thread shows them. */
const SHOWN: Readonly<Record<string, MessageStatus>> = {
  sent: "sent",
  partially_delivered: "sent",
  delivered: "delivered",
  read: "read",
  undelivered: "undelivered",
  failed: "failed",
  canceled: "failed",
};

/** Why a text stayed here, by the code of the reason. */
const KEPT_BACK: Readonly<Record<string, string>> = {
  opt_out: "Not sent: the person opted out of texts.",
  unread: "Not sent: what the person wrote could not be read in time.",
  ownership: "Not sent: somebody took over the conversation.",
  do_not_contact: "Not sent: the contact is not to be contacted.",
  visit_stands: "Not sent: the visit was moved or cancelled.",
  number_released: "Not sent: the number that it was to leave from was released.",
  expired: "Not sent: it would have come too late.",
  place_in_lane: "Not sent: too many texts were waiting.",
  full_lane: "Not sent: the carrier let nothing more leave our number in time.",
  quiet_hours: "Not sent: it would have come too late after the quiet hours.",
  carrier_busy: "Not sent: the carrier was too busy.",
  unresolved: "It may not have arrived: the carrier did not answer.",
};

/** How the thread shows a text, from its place in the queue and the carrier's word. */
export function shownStatus({ state, status }: Pick<Sent, "state" | "status">): MessageStatus {
  if (state === "queued") return "queued";
  if (state === "cancelled") return "refused";
  if (state === "failed") return "failed";
  return state === "accepted" ? (SHOWN[status ?? ""] ?? "sending") : "sending";
}

/** Brings a thread's message up to what is known about its text. */
export async function showDelivery(scope: Scope, outboundMessageId: string): Promise<void> {
  // The row is held first: who reads the facts last writes last.
  const holding = scope.tx
    .selectFrom("messages")
    .select("status")
    .where("tenant_id", "=", scope.tenantId)
    .where("outbound_message_id", "=", outboundMessageId)
    .forUpdate()
    .executeTakeFirst();
  const asking = scope.tx
    .selectFrom("send_facts")
    .selectAll()
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", outboundMessageId)
    .executeTakeFirstOrThrow();
  const [before, sent] = await Promise.all([holding, asking]);
  if (before === undefined) return;
  const shown = shownDelivery(sent);
  const { status, error_message } = shown;
  const message = await scope.tx
    .updateTable("messages")
    .set(shown)
    .where("tenant_id", "=", scope.tenantId)
    .where("outbound_message_id", "=", outboundMessageId)
    .returning(["id", "conversation_id", "decision_id"])
    .executeTakeFirstOrThrow();
  if (error_message !== null && before.status !== status) {
    const { id: message_id, decision_id } = message;
    const reason = sent.state_reason ?? String(sent.error_code);
    await logEvent(scope, message.conversation_id, "not_sent", {
      message_id,
      decision_id,
      reason,
      sentence: error_message,
    });
  }
  wakePages(scope, message.conversation_id);
}

/** The columns of a thread's message that follow from its text. */
export function shownDelivery(sent: Selectable<SendFacts>) {
  // The table's CHECK constraint holds the closed set.
  const state = sent.state as SendState;
  return {
    status: shownStatus({ ...sent, state }),
    message_sid: sent.message_sid,
    error_code: sent.error_code,
    error_message: sentenceOf({ ...sent, state }),
    segments: sent.segments,
    price: sent.price,
    price_unit: sent.price_unit,
    sent_at: sent.sent_at,
    delivered_at: sent.delivered_at,
    last_event_time: sent.last_event_time,
    is_final: sent.is_final ?? false,
    finalized_at: sent.finalized_at,
    sync_state: sent.sync_state ?? "active",
  };
}

function sentenceOf({ state, state_reason, status, error_code }: Sent): string | null {
  if (state === "cancelled") return KEPT_BACK[state_reason ?? ""] ?? "Not sent: its reason no longer held.";
  if (state === "failed") return KEPT_BACK[state_reason ?? ""] ?? carrierError(error_code).sentence;
  const shown = shownStatus({ state, status });
  return shown === "failed" || shown === "undelivered" ? carrierError(error_code).sentence : null;
}
