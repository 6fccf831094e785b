import { z } from "zod";
import type { Scope } from "#platform/scope.ts";
import { ALLOWED, DEFERRED, type Verdict } from "./gate.ts";
import type { GateFacts } from "./gate-facts.ts";
import type { QuietFacts } from "./quiet.ts";
import { MESSAGE_CLASSES, type SendDecision, type SendWish } from "./wish.ts";

const ruleResults = z.array(
  z.object({ id: z.string(), passed: z.boolean(), sentence: z.string(), citation: z.string().optional() }),
);
const storedConditions = z.array(z.object({ name: z.string(), data: z.unknown() }));

const moment = z
  .string()
  .transform((text) => Temporal.Instant.from(text))
  .nullable();
const storedFacts = z.object({
  class: z.enum(MESSAGE_CLASSES),
  confirms_opt_out: z.boolean(),
  is_staff: z.boolean(),
  zones: z.array(z.string()),
  region: z.string().nullable(),
  last_call_at: moment,
  last_text_at: moment,
});

/** Keeps a decision, whichever way it went. Append-only. */
export async function storeDecision(
  scope: Scope,
  id: string,
  wish: SendWish,
  facts: GateFacts,
  verdict: Verdict,
): Promise<void> {
  await scope.tx
    .insertInto("send_decisions")
    .values({
      tenant_id: scope.tenantId,
      id,
      requested_by: wish.requestedBy,
      cause: wish.cause,
      class: wish.class,
      channel: "sms",
      recipient: wish.recipient,
      call_id: wish.callId ?? null,
      conversation_id: wish.conversationId ?? null,
      verdict: verdict.verdict,
      reason: verdict.reason,
      rules: JSON.stringify(verdict.rules),
      inputs: JSON.stringify(facts),
      conditions: JSON.stringify(wish.conditions ?? []),
    })
    .execute();
}

function decisions(scope: Scope) {
  return scope.tx
    .selectFrom("send_decisions as decision")
    .leftJoin("outbound_messages as outbound", (join) =>
      join.onRef("outbound.tenant_id", "=", "decision.tenant_id").onRef("outbound.decision_id", "=", "decision.id"),
    )
    .selectAll("decision")
    .select(["outbound.id as outbound_message_id"])
    .where("decision.tenant_id", "=", scope.tenantId);
}

/** The decision about a cause, if it was ever asked about. */
export async function findDecision(scope: Scope, cause: string): Promise<Omit<SendDecision, "isRepeated"> | null> {
  const row = await decisions(scope).where("decision.cause", "=", cause).executeTakeFirst();
  if (row === undefined) return null;
  const rules = ruleResults.parse(row.rules);
  return {
    id: row.id,
    verdict: row.verdict === "allowed" ? "allowed" : "refused",
    reason: row.reason,
    sentence: rules.find((rule) => !rule.passed)?.sentence ?? (row.reason === "deferred" ? DEFERRED : ALLOWED),
    rules,
    outboundMessageId: row.outbound_message_id,
  };
}

/** A decision as it is stored, with its rules read. */
export async function findDecisionRow(scope: Scope, id: string) {
  const row = await decisions(scope).where("decision.id", "=", id).executeTakeFirst();
  return row === undefined ? null : { ...row, rules: ruleResults.parse(row.rules) };
}

/** What a decision says must still hold just before the text leaves. */
export async function selectStillToHold(scope: Scope, id: string) {
  const row = await scope.tx
    .selectFrom("send_decisions")
    .select(["conditions", "inputs"])
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return { conditions: storedConditions.parse(row.conditions), quiet: readQuietFacts(row.inputs) };
}

/** Of a decision's inputs, what quiet hours depend on. */
export function readQuietFacts(inputs: unknown): QuietFacts {
  return storedFacts.parse(inputs);
}
