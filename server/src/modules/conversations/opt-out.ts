import { isAnsweredByCarrier, optOutState, readKeyword, recordOptIn, recordOptOut } from "#compliance";
import { cancelWaiting } from "#outreach";
import type { Scope } from "#platform/scope.ts";
import { getBusiness } from "#tenants";
import { logEvent } from "./activity-log.ts";
import { type Conversation, changeConversation } from "./conversation.ts";
import type { OptOut } from "./opt-out-words.ts";
import { say } from "./say.ts";
import { optOutConfirmation } from "./wording.ts";

type Said = {
  id: string;
  body: string;
  optOut: OptOut;
  carrierSaw: boolean;
  /** When it was written, if that became known only now. */
  foundLate: Temporal.Instant | null;
};

/** The confirmation has to come within five minutes (47 CFR 64.1200(a)(12)). */
const CONFIRM_WITHIN = Temporal.Duration.from({ minutes: 5 });

/**
 * Records what a person said about further texts, in the transaction that received it and under the recipient's lock, so
 * that no text begins to leave afterwards. The carrier confirms its own keywords; what only we understood is confirmed by
 * us, once.
 */
export async function obeyOptOut(scope: Scope, conversation: Conversation, said: Said): Promise<void> {
  const record = {
    phone: conversation.customer_phone,
    source: readKeyword(said.body) === null ? "free_text" : "keyword",
    words: said.body,
    messageId: said.id,
    ...(said.foundLate === null ? {} : { at: said.foundLate }),
  } as const;
  if (await isOutdated(scope, conversation, said)) return;
  if (said.optOut === "start") return optIn(scope, conversation, record);
  if (said.optOut !== "stop") return;
  const before = await optOutState(scope, conversation.customer_phone);
  await recordOptOut(scope, record);
  await cancelWaiting(scope, { recipient: conversation.customer_phone, reason: "opt_out" });
  if (before.optedOut) return;
  await changeConversation(scope, conversation.id, { waiting_since: null });
  await logEvent(scope, conversation.id, "opted_out", { words: said.body, source: record.source });
  if (said.foundLate === null && !said.carrierSaw && !isAnsweredByCarrier(said.body))
    await confirm(scope, conversation, said.id);
}

/** What is found late does not undo what the person said since. */
async function isOutdated(scope: Scope, { customer_phone }: Conversation, { foundLate }: Said): Promise<boolean> {
  if (foundLate === null) return false;
  const { since } = await optOutState(scope, customer_phone);
  return since !== null && Temporal.Instant.compare(since, foundLate) > 0;
}

async function optIn(scope: Scope, conversation: Conversation, record: Parameters<typeof recordOptIn>[1]) {
  if (!(await optOutState(scope, conversation.customer_phone)).optedOut) return;
  await recordOptIn(scope, record);
  await logEvent(scope, conversation.id, "opted_in", { words: record.words, source: record.source });
}

async function confirm(scope: Scope, conversation: Conversation, messageId: string): Promise<void> {
  const { business_name } = await getBusiness(scope);
  await say(scope, {
    conversationId: conversation.id,
    as: "system",
    body: optOutConfirmation(business_name, conversation.language),
    class: "transactional",
    cause: `opt_out_confirmation:${messageId}`,
    validFor: CONFIRM_WITHIN,
    confirmsOptOut: true,
  });
}
