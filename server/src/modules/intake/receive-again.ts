import { sql } from "kysely";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { reviveDeadLetter } from "./dead-letters.ts";
import { receiveWebhooks, topicOf, webhookOf } from "./receive.ts";
import { type KeptWebhook, selectKept } from "./stored.ts";
import { storyId } from "./story.ts";
import { subjectLock } from "./subject-lock.ts";

/** What became of a webhook that was received again. */
export type ReceivedAgain = {
  webhook: KeptWebhook;
  status: KeptWebhook["status"];
  /** Why it failed; null when it did not. */
  error: string | null;
  /** How many events were announced. None: everything it says was known. */
  announced: number;
};

/**
 * Receives any stored webhook again, whatever became of it the first time. A ledger takes an event once: one that was
 * received before changes nothing.
 */
export async function receiveAgain(ports: Ports, webhook: KeptWebhook): Promise<ReceivedAgain> {
  const before = await countAnnounced(ports, webhook);
  const error = webhook.status === "processed" ? await repeat(ports, webhook) : await retry(ports, webhook);
  const [after] = await selectKept(ports, { id: webhook.id });
  const announced = (await countAnnounced(ports, webhook)) - before;
  const status = after?.status ?? webhook.status;
  const isFailed = status === "failed" || status === "dead";
  return { webhook, status, error: error ?? (isFailed ? (after?.last_error ?? null) : null), announced };
}

async function repeat(ports: Ports, webhook: KeptWebhook): Promise<string | null> {
  const { receive } = topicOf(ports, webhook.topic);
  const stored = webhookOf(ports, webhook);
  const cause = { correlationId: storyId(webhook.tenant_id, webhook.subject), causationId: webhook.id };
  const takeAgain = async (scope: Scope) => {
    await waitForSubject(scope, webhook.subject);
    await receive(scope, [stored]);
  };
  try {
    await ports.scope(webhook.tenant_id, SYSTEM, takeAgain, cause);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Waits for whoever is at work on the subject: its webhooks are received one at a time. */
async function waitForSubject({ tx, tenantId }: Scope, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${subjectLock(sql`${tenantId}`, sql`${subject}`)})`.execute(tx);
}

/** A running server may be faster: then it has received it. */
async function retry(ports: Ports, webhook: KeptWebhook): Promise<null> {
  if (webhook.status === "dead")
    await ports.scope(webhook.tenant_id, SYSTEM, (scope) => reviveDeadLetter(scope, webhook.id));
  const attempts = webhook.status === "dead" ? 0 : webhook.attempts;
  await receiveWebhooks(ports, [{ ...webhook, attempts }]);
  return null;
}

/** Whatever follows from a subject's webhooks carries the id of its story. */
async function countAnnounced(ports: Ports, webhook: KeptWebhook): Promise<number> {
  const count = ({ tx }: Scope) =>
    tx
      .selectFrom("events")
      .select((eb) => eb.fn.countAll<string>().as("count"))
      .where("correlation_id", "=", storyId(webhook.tenant_id, webhook.subject))
      .where("causation_id", "=", webhook.id)
      .executeTakeFirstOrThrow();
  return Number((await ports.scope(webhook.tenant_id, SYSTEM, count)).count);
}
