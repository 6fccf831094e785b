import type { RoutedNumber, Routes } from "#numbers";
import { Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import { verifySignature } from "#providers/telephony/signature.ts";
import type { Batches } from "./batches.ts";
import { firstOf, queryOf, readBody, storable } from "./body.ts";
import { dedupeKeyOf } from "./dedupe-key.ts";
import { FULL, NOT_READY, UNSETTLED } from "./errors.ts";
import type { Hold } from "./hold.ts";
import type { Patiently } from "./patience.ts";
import { REFUSALS, type RefusalCount, type RefusalReason } from "./refusals.ts";
import type { InboxRow, Stored } from "./store.ts";
import type { StoredWebhook, WebhookParams, WebhookTopic } from "./topics.ts";

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
  topics: ReadonlyMap<string, WebhookTopic>;
  routes: Routes;
  store: Batches<InboxRow, Stored>;
  /** Verified webhooks on their way into the store. */
  hold: Hold;
  /** Requests whose number is being looked up. */
  lookUps: Hold;
  refusals: RefusalCount;
};

/** More rounds than a number can change while one webhook waits, unless something is wrong with it. */
const MOST_ROUNDS = 5;

/**
 * Looks at a webhook's address before its body is read, so that nothing is read of strangers, or when there is no room.
 * @throws Refused unknown_hook; full; database_away.
 */
export async function expectWebhook(
  door: FrontDoor,
  { token, topic }: Pick<PostedWebhook, "token" | "topic">,
  patiently: Patiently,
): Promise<void> {
  if (door.hold.isFull()) throw new Refused(FULL);
  if (!door.topics.has(topic)) refuse(door, "unknown_token");
  if ((door.routes.remembered(token) ?? (await lookUp(door, token, 0, patiently))) === null)
    refuse(door, "unknown_token");
}

/**
 * Lets a webhook in: its address names a number of ours, its signature is right, it is about that number, and its row is
 * committed. Returns the TwiML to answer with, or null. While the database restarts the carrier waits.
 * @throws Refused unknown_hook, unsigned_webhook, bad_signature, wrong_account or malformed_webhook, of which only a
 * count is kept; database_away when it stays away; full when more wait than memory should hold.
 */
export async function acceptWebhook(
  ports: Ports,
  door: FrontDoor,
  posted: PostedWebhook,
  patiently: Patiently,
): Promise<string | null> {
  const { topic, number, webhook } = await admit(ports, door, posted, patiently);
  return patiently(async () => (await topic.respond?.(ports, webhook, number)) ?? null);
}

/**
 * Verifies the webhook by what is remembered of its number, and stores it if that still holds; otherwise, and before it is
 * refused, by what the database has now.
 */
async function admit(ports: Ports, door: FrontDoor, posted: PostedWebhook, patiently: Patiently): Promise<Admission> {
  const bytes = posted.raw.length;
  const store = (row: InboxRow) => door.hold.keep(bytes, () => patiently(() => door.store.add(row)));
  const remembered = door.routes.remembered(posted.token);
  const byMemory = remembered === null ? "unknown_token" : inspect(ports, door, posted, remembered);
  if (isAdmission(byMemory) && (await store(byMemory.row)) === "stored") return byMemory;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const number = await lookUp(door, posted.token, bytes, patiently);
    const admission = number === null ? "unknown_token" : inspect(ports, door, posted, number);
    if (!isAdmission(admission)) return refuse(door, admission);
    if ((await store(admission.row)) === "stored") return admission;
  }
  throw new Refused(UNSETTLED);
}

function lookUp(door: FrontDoor, token: string, bytes: number, patiently: Patiently): Promise<RoutedNumber | null> {
  return door.lookUps.keep(bytes, () => patiently(() => door.routes.find(token)));
}

type Admission = { topic: WebhookTopic; number: RoutedNumber; webhook: StoredWebhook; row: InboxRow };
type Objection = Exclude<RefusalReason, "too_large">;

const isAdmission = (inspected: Admission | Objection): inspected is Admission => typeof inspected !== "string";

/** The carrier's sids have 34 characters; an index could not hold what is much longer. */
const LONGEST_SUBJECT = 200;

/** The webhook as it is to be stored, or what speaks against it. */
function inspect(ports: Ports, door: FrontDoor, posted: PostedWebhook, number: RoutedNumber): Admission | Objection {
  const topic = door.topics.get(posted.topic);
  if (topic === undefined) return "unknown_token";
  const body = readBody(header(posted, "content-type"), posted.raw);
  if (body === null) return "malformed";
  const signature = header(posted, "x-twilio-signature");
  if (signature === "") return "unsigned";
  const { publicUrl } = ports.config;
  if (publicUrl === null) throw new Refused(NOT_READY);
  const url = `${publicUrl}${posted.path}`;
  const { authTokens } = number;
  if (!verifySignature({ authTokens, url, params: body, signature, rawBody: posted.raw })) return "bad_signature";
  // The query is ours: we wrote it into the address, and the carrier signed it.
  const stored = storable({ ...queryOf(posted.path), ...body });
  const params = firstOf(stored);
  if (!isOf(number, params, topic)) return "wrong_account";
  const subject = topic.subjectOf(params);
  if (subject === null || subject === "" || subject.length > LONGEST_SUBJECT) return "malformed";

  const webhook = {
    id: ports.ids.id(),
    topic: topic.topic,
    tenantId: number.tenantId,
    number: { id: number.id, phoneNumber: number.phoneNumber },
    params,
    dedupeKey: dedupeKeyOf(topic, params),
    receivedAt: ports.clock.now(),
  };
  const row = {
    tenant_id: number.tenantId,
    id: webhook.id,
    topic: topic.topic,
    dedupe_key: webhook.dedupeKey,
    subject,
    phone_number_id: number.id,
    route_version: number.version,
    headers: keptHeaders(posted),
    body: stored,
    received_at: webhook.receivedAt.toString(),
  };
  return { topic, number, webhook, row };
}

function refuse(door: FrontDoor, reason: Objection): never {
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

function header({ headers }: PostedWebhook, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

const NOT_KEPT = new Set(["authorization", "cookie"]);

function keptHeaders({ headers }: PostedWebhook): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_KEPT.has(name)));
}
