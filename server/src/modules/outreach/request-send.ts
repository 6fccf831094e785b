import { sql } from "kysely";
import { lockRecipient } from "#compliance";
import type { Scope } from "#platform/scope.ts";
import { startSend } from "./calls.ts";
import { findDecision, storeDecision } from "./decisions.ts";
import { gatherFacts } from "./facts.ts";
import { decide, type Verdict } from "./gate.ts";
import type { GateFacts } from "./gate-facts.ts";
import { MOST_UNPROMPTED_A_DAY } from "./rules.ts";
import { A_PERSON, type SendDecision, type SendWish } from "./wish.ts";

/**
 * Decides whether a text may go out, under the recipient's lock, and stores the decision with its inputs whichever way it
 * goes. An allowed text is queued in the same transaction. Asking again with the same cause returns the first decision.
 */
export async function requestSend(scope: Scope, wish: SendWish): Promise<SendDecision> {
  const [, earlier] = await Promise.all([lockRecipient(scope, wish.recipient), findDecision(scope, wish.cause)]);
  if (earlier !== null) return { ...earlier, isRepeated: true };
  const { facts, verdict } = await decideAndCount(scope, await gatherFacts(scope, wish));
  const id = scope.newId();
  const [, outboundMessageId] = await Promise.all([
    storeDecision(scope, id, wish, facts, verdict),
    verdict.verdict === "allowed" ? queue(scope, wish, id, verdict) : null,
  ]);
  return { id, ...verdict, outboundMessageId, isRepeated: false };
}

/** A text to somebody who never wrote counts towards what all businesses together may send to that phone. */
async function decideAndCount(scope: Scope, facts: GateFacts): Promise<{ facts: GateFacts; verdict: Verdict }> {
  const verdict = decide(facts);
  const isUnprompted = facts.requested_by !== A_PERSON && !facts.is_staff && facts.last_text_at === null;
  if (verdict.verdict === "refused" || !isUnprompted) return { facts, verdict };
  const { rows } = await sql<{ taken: boolean }>`
    select take_unprompted_text(${facts.recipient.phone}, ${MOST_UNPROMPTED_A_DAY}) as taken`.execute(scope.tx);
  if (rows[0]?.taken === true) return { facts, verdict };
  const flooded = { ...facts, unprompted_enough: true };
  return { facts: flooded, verdict: decide(flooded) };
}

async function queue(scope: Scope, wish: SendWish, decisionId: string, verdict: Verdict): Promise<string> {
  const id = scope.newId();
  await scope.tx
    .insertInto("outbound_messages")
    .values({
      tenant_id: scope.tenantId,
      id,
      decision_id: decisionId,
      cause: wish.cause,
      class: wish.class,
      recipient: wish.recipient,
      phone_number_id: wish.phoneNumberId,
      body: wish.body,
      media_urls: [...(wish.mediaUrls ?? [])],
      call_id: wish.callId ?? null,
      conversation_id: wish.conversationId ?? null,
      ownership_token: wish.ownershipToken ?? null,
      state_reason: verdict.not_before === null ? null : "quiet_hours",
      not_before: verdict.not_before,
      expires_at: scope.now().add(wish.validFor),
    })
    .execute();
  await startSend(scope, { id, class: wish.class, not_before: verdict.not_before });
  return id;
}
