import { z } from "zod";
import { optOutState } from "#compliance";
import { type Conversation, getConversation, handOver, type Message, messagesSince, say } from "#conversations";
import { id } from "#platform/http/fields.ts";
import { defineJob } from "#platform/jobs.ts";
import type { Scope } from "#platform/scope.ts";
import { getBusiness } from "#tenants";
import { loadWorld } from "./load-world.ts";
import { perform } from "./perform.ts";
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
    const inScope = <Result>(work: (scope: Scope) => Promise<Result>) => ports.scope(tenantId, { type: "ai" }, work);
    if (attempt <= MOST_ATTEMPTS) return inScope((scope) => reply(scope, data.conversation_id));
    if (await inScope((scope) => giveUp(scope, data.conversation_id)))
      await inScope((scope) => speak(scope, data.conversation_id, farewellOf, `farewell:${data.conversation_id}`));
  },
});

async function reply(scope: Scope, conversationId: string): Promise<void> {
  const conversation = await getConversation(scope, conversationId);
  if (conversation.owner_kind !== "ai" || conversation.contact_id === null) return;
  const known = await lockSession(scope, conversation);
  const { read, unanswered } = split(await messagesSince(scope, conversationId, known.lastMessageId));
  const last = unanswered.at(-1);
  if (last === undefined || (await optOutState(scope, conversation.customer_phone)).optedOut) return;
  const business = await getBusiness(scope);
  const circumstances = { now: scope.now(), business };
  let before = known.session;
  for (const message of read)
    before = absorb(before, await understandBurst(byRules, [message], before, circumstances), null);
  const heard = await understandBurst(byRules, unanswered, before, circumstances);
  const { decision, world } = await settle(scope, conversation, before, heard);
  await rememberCustomer(scope, conversation, before, decision.session);
  await qualifyLead(scope, conversation, decision, world, heard.understanding.confidence);
  await saveSession(scope, conversationId, decision.session, last.id);
  const message = await speak(scope, conversationId, () => decision, `reply:${last.id}`);
  await insertTurn(scope, {
    conversationId,
    inbound: unanswered.map((one) => one.id),
    understanding: heard.understanding,
    world,
    decision,
    replyMessageId: message?.id ?? null,
  });
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
  conversation: Conversation,
  before: Session,
  heard: Heard,
): Promise<{ decision: Decision; world: World }> {
  const world = await loadWorld(scope, before, heard, conversation);
  const decision = decide(before, heard, world);
  const performance = await perform(scope, conversation, decision, world);
  if (performance === "done") return { decision, world };
  const fresh: World = {
    ...(await loadWorld(scope, before, heard, conversation)),
    canAlert: performance === "slot_taken",
  };
  const second = performance === "slot_taken" ? slotGone(before, heard, fresh) : decide(before, heard, fresh);
  await perform(scope, conversation, second, fresh);
  return { decision: second, world: fresh };
}

/** A person takes over where answering fails again and again. Returns whether the assistant still held the pen. */
async function giveUp(scope: Scope, conversationId: string): Promise<boolean> {
  const conversation = await getConversation(scope, conversationId);
  if (conversation.owner_kind !== "ai") return false;
  await handOver(scope, conversationId, "no_answer_possible");
  return true;
}

type Speech = Pick<Decision, "phrases"> & { session: Pick<Session, "language"> };

async function farewellOf(scope: Scope, { language }: Conversation): Promise<Speech> {
  const { business_name } = await getBusiness(scope);
  return { phrases: [phrase("handed_over", { business: business_name })], session: { language } };
}

/** Handing over raises the token in this very transaction: the words are said under the pen as it is now. */
async function speak(
  scope: Scope,
  conversationId: string,
  speechOf: (scope: Scope, conversation: Conversation) => Promise<Speech> | Speech,
  cause: string,
): Promise<Message | null> {
  const conversation = await getConversation(scope, conversationId);
  const { phrases, session } = await speechOf(scope, conversation);
  if (phrases.length === 0) return null;
  const body = composeText(phrases, session.language);
  const token = conversation.ownership_token;
  return (await say(scope, { conversationId, as: "ai", body, token, cause })).message;
}
