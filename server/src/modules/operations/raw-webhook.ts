import { z } from "zod";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { maskFields, maskPhones } from "./masking.ts";
import type { RawWebhook } from "./schema.ts";

const record = z.record(z.string(), z.unknown());
const status = z.enum(["pending", "processed", "failed", "dead"]);

/** One webhook as the carrier posted it. @throws Refused not_found, also when its time is over and it was let go. */
export async function rawWebhookOf(scope: Scope, id: string, seesPersonalData: boolean): Promise<RawWebhook> {
  const webhook = await scope.tx
    .selectFrom("webhook_facts")
    .selectAll()
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (webhook === undefined) throw new Refused(NOT_FOUND, "There is no such webhook, or it was let go after its time.");
  const body = record.parse(webhook.body);
  const subject = webhook.subject ?? "";
  return {
    id,
    topic: webhook.topic ?? "",
    subject: seesPersonalData ? subject : maskPhones(subject),
    status: status.parse(webhook.status),
    attempts: webhook.attempts ?? 0,
    last_error: seesPersonalData ? webhook.last_error : null,
    received_at: webhook.received_at ?? scope.now(),
    processed_at: webhook.processed_at,
    body: seesPersonalData ? body : maskFields(body),
  };
}
