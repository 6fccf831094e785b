import type { RoutedNumber } from "#numbers";
import { Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import { verifySignature } from "#providers/telephony/signature.ts";
import type { Batches } from "./batches.ts";
import { paramsOf, queryOf, readBody, storable } from "./body.ts";
import { NOT_READY } from "./errors.ts";
import { patience } from "./patience.ts";
import { REFUSALS, type RefusalCount, type RefusalReason } from "./refusals.ts";
import type { InboxRow } from "./store.ts";
import { isListed, type StoredWebhook, type WebhookParams, type WebhookTopic, webhookTopics } from "./topics.ts";

/** A webhook as it came over the wire. */
export type PostedWebhook = {
  token: string;
  topic: string;
  /** Path and query as the carrier wrote them: they are part of what it signed. */
  path: string;
  headers: Record<string, string | string[] | undefined>;
  raw: Buffer;
};

export type FrontDoor = {
  numberOf(token: string): Promise<RoutedNumber | null>;
  store: Batches<InboxRow>;
  refusals: RefusalCount;
};

/**
 * Lets a webhook in: its address names a number of ours, its signature is right, it is about that number, and its row is
 * committed. Returns the TwiML to answer with, or null. While the database restarts the carrier waits.
 * @throws Refused unknown_hook, unsigned_webhook, bad_signature, wrong_account or malformed_webhook, of which only a
 * count is kept; database_away when it stays away.
 */
export async function acceptWebhook(ports: Ports, door: FrontDoor, posted: PostedWebhook): Promise<string | null> {
  const topic = ports.answers(webhookTopics).find((one) => one.topic === posted.topic && !isListed(one.topic));
  if (topic === undefined) return refuse(door, "unknown_token");
  const patiently = patience(ports);
  const number = await patiently(() => door.numberOf(posted.token));
  if (number === null) return refuse(door, "unknown_token");
  const body = readBody(header(posted, "content-type"), posted.raw) ?? refuse(door, "malformed");
  const signature = header(posted, "x-twilio-signature") || refuse(door, "unsigned");
  const { publicUrl } = ports.config;
  if (publicUrl === null) throw new Refused(NOT_READY);
  const url = `${publicUrl}${posted.path}`;
  const { authTokens } = number;
  if (!verifySignature({ authTokens, url, params: body, signature, rawBody: posted.raw }))
    return refuse(door, "bad_signature");
  // The query is ours: we wrote it into the address, and the carrier signed it.
  const stored = storable({ ...queryOf(posted.path), ...body });
  const params = paramsOf(stored);
  if (!isOf(number, params, topic)) return refuse(door, "wrong_account");
  const subject = topic.subjectOf(params) || refuse(door, "malformed");

  const webhook = webhookOf(ports, topic, number, params);
  const row = {
    tenant_id: number.tenantId,
    id: webhook.id,
    topic: topic.topic,
    dedupe_key: topic.dedupeKeyOf(params),
    subject,
    phone_number_id: number.id,
    headers: keptHeaders(posted),
    body: stored,
    received_at: webhook.receivedAt.toString(),
  };
  await patiently(() => door.store.add(row));
  return patiently(async () => (await topic.respond?.(ports, webhook, number)) ?? null);
}

function refuse(door: FrontDoor, reason: Exclude<RefusalReason, "too_large">): never {
  door.refusals.raise(reason);
  throw new Refused(REFUSALS[reason]);
}

/**
 * A signature proves the account, not the number. The legs that a call of ours made to other phones name those phones; all
 * else names our number at one end, unless it is about the account.
 */
function isOf(number: RoutedNumber, params: WebhookParams, { ofAccount }: WebhookTopic): boolean {
  if (params["AccountSid"] !== number.accountSid) return false;
  if (ofAccount === true) return true;
  const isLeg = params["ParentCallSid"] !== undefined || params["Direction"] === "outbound-dial";
  return isLeg || ["To", "Called", "From", "Caller"].some((end) => params[end] === number.phoneNumber);
}

function webhookOf(ports: Ports, topic: WebhookTopic, number: RoutedNumber, params: WebhookParams): StoredWebhook {
  return {
    id: ports.ids.id(),
    topic: topic.topic,
    tenantId: number.tenantId,
    number: { id: number.id, phoneNumber: number.phoneNumber },
    params,
    receivedAt: ports.clock.now(),
  };
}

function header({ headers }: PostedWebhook, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

const NOT_KEPT = new Set(["authorization", "cookie"]);

function keptHeaders({ headers }: PostedWebhook): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_KEPT.has(name)));
}
