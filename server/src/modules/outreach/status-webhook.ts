import { z } from "zod";
import { lockRecipient } from "#compliance";
import type { StoredWebhook, WebhookParams, WebhookTopic } from "#intake";
import type { JobContext } from "#platform/jobs.ts";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { CATCH_UP, type WhichSid } from "./calls.ts";
import { confessDouble } from "./conclude.ts";
import { catchUp, enterWord } from "./delivery.ts";
import { findOutbound, findOutboundBySid, lockOutbound } from "./queries.ts";

/** The carrier's reports about our texts. Twilio sends them in any order, more than once, or before its own answer. */
export const statusWebhook: WebhookTopic = {
  provider: "twilio",
  topic: "sms-status",
  subjectOf: sidOf,
  dedupeKeyOf: (params) => `${sidOf(params)}:${statusOf(params)}:${params["ErrorCode"] ?? ""}`,
  receive,
};

function sidOf(params: WebhookParams): string | null {
  return params["MessageSid"] ?? params["SmsSid"] ?? null;
}

function statusOf(params: WebhookParams): string | undefined {
  return params["MessageStatus"] ?? params["SmsStatus"];
}

async function receive(scope: Scope, webhooks: readonly [StoredWebhook, ...StoredWebhook[]]): Promise<void> {
  const [{ params: first }] = webhooks;
  const sid = sidOf(first);
  if (sid === null) return;
  const concerned = await findConcerned(scope, first, sid);
  const locking = concerned === null ? null : lockRecipient(scope, concerned.recipient);
  const entering = webhooks.map((webhook) => enter(scope, webhook, sid, concerned?.id ?? null));
  const [message, entered] = await Promise.all([
    concerned === null ? null : lockOutbound(scope, concerned.id),
    Promise.all(entering),
    locking,
  ]);
  // Without a text of ours the words wait in the ledger for the carrier's answer, which may be arriving at this moment.
  if (concerned === null) return scope.enqueue(CATCH_UP, { message_sid: sid }, { key: `catch up ${sid}` });
  if (message === null) return;
  if (message.message_sid !== null && message.message_sid !== sid)
    return entered.includes(true) ? confessDouble(scope, message) : undefined;
  await catchUp(scope, message, sid);
}

/** Whether the ledger did not have it yet. */
async function enter(
  scope: Scope,
  { id, params, receivedAt, dedupeKey }: StoredWebhook,
  sid: string,
  ours: string | null,
): Promise<boolean> {
  const status = statusOf(params);
  if (status === undefined) return false;
  const word = { message_sid: sid, status, error_code: errorCodeOf(params), occurred_at: receivedAt };
  const heard = { source: "webhook" as const, payload: params, inbox_id: id, event_key: dedupeKey };
  return enterWord(scope, { ...word, ...heard }, ours);
}

/** Brings a text up to words that came before its answer was written down. */
export async function catchUpOnOrphan(ports: Ports, { tenantId, data }: JobContext<WhichSid>): Promise<void> {
  await ports.scope(tenantId, SYSTEM, async (scope) => {
    const known = await findOutboundBySid(scope, data.message_sid);
    if (known === null) return;
    await lockRecipient(scope, known.recipient);
    const message = await lockOutbound(scope, known.id);
    if (message !== null) await catchUp(scope, message, data.message_sid);
  });
}

/** Our id, which we wrote into the address that the carrier signed, tells more than the sid: it is known before the answer. */
async function findConcerned(scope: Scope, params: WebhookParams, sid: string) {
  const ours = z.uuid().safeParse(params["oid"]);
  const named = ours.success ? await findOutbound(scope, ours.data) : null;
  return named ?? findOutboundBySid(scope, sid);
}

function errorCodeOf(params: WebhookParams): number | null {
  const code = Number(params["ErrorCode"]);
  return Number.isInteger(code) && code > 0 ? code : null;
}
