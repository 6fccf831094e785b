import { z } from "zod";
import { optOutState } from "#compliance";
import { type Conversation, getConversation, handOver, type Message, messagesSince, say } from "#conversations";
import { id } from "#platform/http/fields.ts";
import { defineJob } from "#platform/jobs.ts";
import type { Scope } from "#platform/scope.ts";
import { getBusiness, getSettings } from "#tenants";
import { loadWorld } from "./load-world.ts";
import { type Occasion, perform } from "./perform.ts";
import { absorb } from "./policy/absorb.ts";
import { decide } from "./policy/decide.ts";
import type { Decision } from "./policy/decision.ts";
import type { Heard } from "./policy/heard.ts";
import type { Session } from "./policy/session.ts";
import { slotGone } from "./policy/slot-gone.ts";
import type { World } from "./policy/world.ts";
import { insertTurn, lockSession, saveSession } from "./queries.ts";
import { qualifyLead, rememberCustomer } from "./remember.ts";
import { understandBurst } from "./understand-burst.ts";
import { byRules } from "./understander.ts";
import { composeText } from "./wording/compose-text.ts";
import { phrase } from "./wording/phrases.ts";

/** A machine that cannot answer leaves the customer to a person instead of keeping silent. */
const MOST_ATTEMPTS = 3;

/** Answers whatever the customer wrote since the last answer, once, under the pen that the assistant holds. */
export const replyToCustomer = defineJob({
  name: "dispatcher.reply",
  data: z.object({ conversation_id: id }),
  queue: (data) => `conversation:${data.conversation_id}`,
  priority: -10,
  async run(ports, { tenantId, data, attempt }) {
    const inScope: InScope = (work) => ports.scope(tenantId, { type: "ai" }, work);
    const id = data.conversation_id;
    if (attempt > MOST_ATTEMPTS) return giveUp(inScope, id);
    return inScope((scope) => reply(scope, id)).catch((error: unknown) => {
      if (!(error instanceof PenLost)) throw error;
    });
  },
});

type InScope = <Result>(work: (scope: Scope) => Promise<Result>) => Promise<Result>;

/** Somebody took over while the assistant was thinking: what it did is undone with the transaction. */
class PenLost extends Error {}

async function reply(scope: Scope, conversationId: string): Promise<void> {
  const seen = await getConversation(scope, conversationId);
  if (!isOurs(seen)) return;
  const known = await lockSession(scope, seen);
  // Another answer may have held the lock, and handed over.
  const conversation = await getConversation(scope, conversationId);
  if (!isOurs(conversation)) return;
  const { read, unanswered } = split(await messagesSince(scope, conversationId, known.lastMessageId));
  const last = unanswered.at(-1);
  if (last === undefined) return;
  const reason = await reasonForSilence(scope, conversation);
  if (reason !== null) {
    await handOver(scope, conversationId, reason);
    return;
  }
  const business = await getBusiness(scope);
  const circumstances = { now: scope.now(), business };
  let before = known.session;
  for (const message of read)
    before = absorb(before, await understandBurst(byRules, [message], before, circumstances), null);
  const heard = await understandBurst(byRules, unanswered, before, circumstances);
  const { decision, world } = await settle(scope, { conversation, messageId: last.id }, before, heard);
  await rememberCustomer(scope, conversation, before, decision.session);
  await qualifyLead(scope, conversation, decision, world, heard);
  await saveSession(scope, conversationId, decision.session, last.id);
  const token = await penAfter(scope, conversation, decision);
  const message = await speak(scope, conversationId, decision, { token, cause: `reply:${last.id}` });
  await insertTurn(scope, {
    conversationId,
    inbound: unanswered.map((one) => one.id),
    understanding: heard.understanding,
    world,
    decision,
    replyMessageId: message?.id ?? null,
  });
}

/** Why the customer's words are left to a person: they want no texts, or the assistant was switched off. */
async function reasonForSilence(scope: Scope, { customer_phone }: Conversation): Promise<string | null> {
  if ((await optOutState(scope, customer_phone)).optedOut) return "opted_out";
  return (await getSettings(scope)).ai_enabled ? null : "assistant_off";
}

/** What a person of the business answered is known but not answered again. */
function split(messages: readonly Message[]): { read: Message[]; unanswered: Message[] } {
  const answered = messages.findLastIndex((message) => message.sender === "human");
  const isTheirs = (message: Message) => message.direction === "inbound";
  return {
    read: messages.slice(0, answered + 1).filter(isTheirs),
    unanswered: messages.slice(answered + 1).filter(isTheirs),
  };
}

/** Decides and does; what turns out to be impossible is decided again with that knowledge. */
async function settle(
  scope: Scope,
  occasion: Occasion,
  before: Session,
  heard: Heard,
): Promise<{ decision: Decision; world: World }> {
  const world = await loadWorld(scope, before, heard, occasion.conversation);
  const decision = decide(before, heard, world);
  const performance = await perform(scope, occasion, decision, world);
  if (performance === "done") return { decision, world };
  const fresh: World = {
    ...(await loadWorld(scope, before, heard, occasion.conversation)),
    canAlert: performance !== "nobody_alerted",
  };
  const second =
    performance === "nobody_alerted" ? decide(before, heard, fresh) : slotGone(performance, before, heard, fresh);
  await perform(scope, occasion, second, fresh);
  return { decision: second, world: fresh };
}

/** What the assistant may answer: its own threads, as long as they are not done with. */
function isOurs({ owner_kind, contact_id, status }: Conversation): boolean {
  return owner_kind === "ai" && contact_id !== null && status !== "resolved" && status !== "closed";
}

/** The pen under which the answer is said: as it was, or raised by handing over in this very transaction. @throws PenLost. */
async function penAfter(scope: Scope, before: Conversation, { acts }: Decision): Promise<number> {
  const handsOver = acts.some((act) => act.do === "hand_over");
  const { owner_kind, ownership_token } = await getConversation(scope, before.id);
  const isOwn = handsOver ? owner_kind === "none" : ownership_token === before.ownership_token;
  if (!isOwn) throw new PenLost();
  return ownership_token;
}

const NO_ANSWER_POSSIBLE = "no_answer_possible";

/**
 * A person takes over where answering fails again and again, and the customer is told so. The handover is kept by itself:
 * what keeps the answer from being said may keep the farewell from being said, too.
 */
async function giveUp(inScope: InScope, conversationId: string): Promise<void> {
  const left = await inScope(async (scope) => {
    const conversation = await getConversation(scope, conversationId);
    return isOurs(conversation) ? handOver(scope, conversationId, NO_ANSWER_POSSIBLE) : conversation;
  });
  if (left.owner_kind !== "none" || left.handover_reason !== NO_ANSWER_POSSIBLE) return;
  const token = left.ownership_token;
  await inScope(async (scope) => {
    const { business_name } = await getBusiness(scope);
    const phrases = [phrase("handed_over", { business: business_name })];
    await speak(
      scope,
      conversationId,
      { phrases, session: left },
      { token, cause: `farewell:${conversationId}:${token}` },
    );
  });
}

type Speech = Pick<Decision, "phrases"> & { session: Pick<Session, "language"> };

/** @throws PenLost when the pen passed on before the words were said. */
async function speak(
  scope: Scope,
  conversationId: string,
  { phrases, session }: Speech,
  { token, cause }: { token: number; cause: string },
): Promise<Message | null> {
  if (phrases.length === 0) return null;
  const body = composeText(phrases, session.language);
  const { message, decision } = await say(scope, { conversationId, as: "ai", body, token, cause });
  if (decision.verdict === "refused" && decision.reason === "ownership") throw new PenLost();
  return message;
}
