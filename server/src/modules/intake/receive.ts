import type { Ports } from "#platform/ports.ts";
import { SYSTEM } from "#platform/scope.ts";
import { paramsOf } from "./body.ts";
import { type Failure, recordFailure, takeTurn, type WaitingWebhook } from "./queries.ts";
import { storyId } from "./story.ts";
import { type WebhookTopic, webhookTopics } from "./topics.ts";

const MOST_ATTEMPTS = 8;
const LONGEST_ERROR = 500;

/**
 * Receives one stored webhook, once: what it causes and the mark that it was processed are one transaction. False when it
 * failed or it is not its turn; then the later ones of its subject wait.
 */
export async function receiveWebhook(ports: Ports, waiting: WaitingWebhook): Promise<boolean> {
  const { id, tenant_id: tenantId, subject } = waiting;
  const cause = { correlationId: storyId(tenantId, subject), causationId: id };
  try {
    const topic = topicOf(ports, waiting.topic);
    const receive = async (scope: Parameters<WebhookTopic["receive"]>[0]) => {
      if (!(await takeTurn(scope, waiting))) return false;
      await topic.receive(scope, webhookOf(waiting, topic));
      return true;
    };
    return await ports.scope(tenantId, SYSTEM, receive, cause);
  } catch (error) {
    ports.log.warn({ err: error, webhook: id, topic: waiting.topic }, "a webhook could not be received");
    await noteFailure(ports, waiting, error);
    return false;
  }
}

/** @throws when nobody here receives webhooks of that topic. */
export function topicOf(ports: Ports, name: string): WebhookTopic {
  const topic = ports.answers(webhookTopics).find((one) => one.topic === name);
  if (topic === undefined) throw new Error(`Nobody here receives webhooks of the topic ${name}.`);
  return topic;
}

/** A row of the inbox as modules receive it. */
export function webhookOf(waiting: WaitingWebhook, { topic }: WebhookTopic) {
  return {
    id: waiting.id,
    topic,
    tenantId: waiting.tenant_id,
    number: { id: waiting.phone_number_id, phoneNumber: waiting.phone_number },
    params: paramsOf(waiting.body),
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
    last_error: (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR),
    next_attempt_at: isDead ? null : now.add({ seconds: 2 ** (attempts - 1) }),
  };
}
