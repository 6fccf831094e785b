import { isDatabaseAway } from "#platform/database/away.ts";
import type { Ports } from "#platform/ports.ts";
import { SYSTEM } from "#platform/scope.ts";
import { keepable } from "#platform/values/keepable.ts";
import { paramsOf } from "./body.ts";
import { type Failure, recordFailure, takeTurn, type WaitingWebhook } from "./queries.ts";
import { storyId } from "./story.ts";
import { type StoredWebhook, type WebhookTopic, webhookTopics } from "./topics.ts";

const MOST_ATTEMPTS = 8;
const LONGEST_ERROR = 500;
/** Others are done long before. */
const CONFLICTS_FOR = { minutes: 1 };

type Batch = readonly [WaitingWebhook, ...WaitingWebhook[]];

/**
 * Receives stored webhooks of one subject, in their order, each once: what they cause and the mark that they were processed
 * are one transaction. What cannot be received together is tried one by one. False when one failed or it was not its turn;
 * then the later ones of the subject wait.
 */
export async function receiveWebhooks(ports: Ports, waiting: readonly WaitingWebhook[]): Promise<boolean> {
  for (const batch of inBatches(ports, waiting)) {
    if (!(await receiveBatch(ports, batch))) return false;
  }
  return true;
}

/** Neighbours that the same function receives. */
function inBatches(ports: Ports, waiting: readonly WaitingWebhook[]): Batch[] {
  const receiverOf = new Map<string, WebhookTopic["receive"]>(
    ports.answers(webhookTopics).map(({ topic, receive }) => [topic, receive]),
  );
  const batches: [WaitingWebhook, ...WaitingWebhook[]][] = [];
  for (const webhook of waiting) {
    const last = batches.at(-1);
    if (last !== undefined && receiverOf.get(last[0].topic) === receiverOf.get(webhook.topic)) last.push(webhook);
    else batches.push([webhook]);
  }
  return batches;
}

async function receiveBatch(ports: Ports, batch: Batch): Promise<boolean> {
  try {
    return await receiveTogether(ports, batch);
  } catch (error) {
    if (batch.length > 1) return receiveOneByOne(ports, batch);
    const [webhook] = batch;
    if (isDatabaseAway(error) || (isConflict(error) && isYoung(ports, webhook)))
      return leaveWaiting(ports, webhook, error);
    ports.log.warn({ err: error, webhook: webhook.id, topic: webhook.topic }, "a webhook could not be received");
    await noteFailure(ports, webhook, error);
    return false;
  }
}

/**
 * Two transactions stood in each other's way, which speaks against neither: serialization_failure and deadlock_detected
 * (PostgreSQL: "Error Codes").
 */
function isConflict(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "40001" || error.code === "40P01");
}

/** What stands in its own way again and again is counted at last, so that somebody gets to know. */
function isYoung({ clock }: Ports, { received_at }: WaitingWebhook): boolean {
  return Temporal.Instant.compare(clock.now(), received_at.add(CONFLICTS_FOR)) < 0;
}

/** The next look, within a second, finds it as if it had not been tried. */
function leaveWaiting(ports: Ports, webhook: WaitingWebhook, error: unknown): false {
  ports.log.debug({ err: error, webhook: webhook.id }, "a webhook waits for the database");
  return false;
}

async function receiveOneByOne(ports: Ports, batch: Batch): Promise<boolean> {
  for (const webhook of batch) {
    if (!(await receiveBatch(ports, [webhook]))) return false;
  }
  return true;
}

async function receiveTogether(ports: Ports, batch: Batch): Promise<boolean> {
  const [{ tenant_id: tenantId, subject, topic }] = batch;
  const cause = { correlationId: storyId(tenantId, subject), causationId: batch.at(-1)?.id ?? batch[0].id };
  const { receive } = topicOf(ports, topic);
  return ports.scope(
    tenantId,
    SYSTEM,
    async (scope) => {
      const turns = await takeTurn(scope, batch);
      const [first, ...others] = batch.filter(({ id }) => turns.has(id)).map((one) => webhookOf(ports, one));
      if (first !== undefined) await receive(scope, [first, ...others]);
      return turns.size === batch.length;
    },
    cause,
  );
}

/** @throws when nobody here receives webhooks of that topic. */
export function topicOf(ports: Ports, name: string): WebhookTopic {
  const topic = ports.answers(webhookTopics).find((one) => one.topic === name);
  if (topic === undefined) throw new Error(`Nobody here receives webhooks of the topic ${name}.`);
  return topic;
}

/** A row of the inbox as modules receive it. */
export function webhookOf(ports: Ports, waiting: WaitingWebhook): StoredWebhook {
  return {
    id: waiting.id,
    topic: topicOf(ports, waiting.topic).topic,
    tenantId: waiting.tenant_id,
    number: { id: waiting.phone_number_id, phoneNumber: waiting.phone_number },
    params: paramsOf(waiting.body),
    dedupeKey: waiting.dedupe_key,
    receivedAt: waiting.received_at,
  };
}

async function noteFailure(ports: Ports, waiting: WaitingWebhook, error: unknown): Promise<void> {
  try {
    await ports.scope(waiting.tenant_id, SYSTEM, async (scope) => {
      await recordFailure(scope, waiting.id, failureOf(waiting.attempts + 1, error, scope.now()));
      scope.nudge("line", waiting.phone_number_id);
      scope.nudge("webhooks", waiting.id);
    });
  } catch (second) {
    // The webhook still waits, as if it had not been tried.
    ports.log.warn({ err: second, webhook: waiting.id }, "the failure of a webhook could not be recorded");
  }
}

/** The next attempt is 1, 2, 4 ... 64 s later; after the eighth there is none, and a person has to look. */
export function failureOf(attempts: number, error: unknown, now: Temporal.Instant): Failure {
  const isDead = attempts >= MOST_ATTEMPTS;
  return {
    attempts,
    status: isDead ? "dead" : "failed",
    last_error: keepable((error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR)),
    next_attempt_at: isDead ? null : now.add({ seconds: 2 ** (attempts - 1) }),
  };
}
