import { z } from "zod";
import { getContact } from "#contacts";
import { type Conversation, getConversation, handOver, type Message, messagesSince, say } from "#conversations";
import { id } from "#platform/http/fields.ts";
import { defineJob } from "#platform/jobs.ts";
import type { Scope } from "#platform/scope.ts";
import { getBusiness } from "#tenants";
import { loadWorld } from "./load-world.ts";
import { perform } from "./perform.ts";
import { absorb } from "./policy/absorb.ts";
import { decide, type Heard } from "./policy/decide.ts";
import type { Decision } from "./policy/decision.ts";
import { slotGone } from "./policy/read-back.ts";
import type { Session } from "./policy/session.ts";
import type { World } from "./policy/world.ts";
import { findSession, insertTurn, saveSession } from "./queries.ts";
import { understandBurst } from "./understand-burst.ts";
import { composeText } from "./wording/compose-text.ts";
import { phrase } from "./wording/phrases.ts";

/** A machine that cannot answer says so to a person instead of keeping silent. */
const GIVES_UP_AFTER = 3;

/** Answers whatever the customer wrote since the last answer, once, under the pen that the assistant holds. */
export const replyToCustomer = defineJob({
  name: "dispatcher.reply",
  data: z.object({ conversation_id: id }),
  queue: (data) => `conversation:${data.conversation_id}`,
  priority: -10,
  async run(ports, { tenantId, data, attempt }) {
    await ports.scope(tenantId, { type: "ai" }, async (scope) => {
      if (attempt > GIVES_UP_AFTER) return void (await handOver(scope, data.conversation_id, "not_understood"));
      await reply(scope, data.conversation_id);
    });
  },
});

async function reply(scope: Scope, conversationId: string): Promise<void> {
  const conversation = await getConversation(scope, conversationId);
  if (conversation.owner_kind !== "ai" || conversation.contact_id === null) return;
  const contact = await getContact(scope, conversation.contact_id);
  const known = await findSession(scope, conversation, contact.name);
  const burst = (await messagesSince(scope, conversationId, known.lastMessageId)).filter(
    (message) => message.direction === "inbound",
  );
  const last = burst.at(-1);
  if (last === undefined) return;
  const heard = await understandAll(scope, known.session, burst);
  const { decision, world, session } = await settle(scope, conversation, known.session, heard);
  await saveSession(scope, conversationId, session, last.id);
  const message = await speak(scope, conversation, decision, last);
  await insertTurn(scope, {
    conversationId,
    inbound: burst.map((one) => one.id),
    understanding: heard.understanding,
    world,
    decision,
    replyMessageId: message?.id ?? null,
  });
}

async function understandAll(scope: Scope, session: Session, burst: readonly Message[]): Promise<Heard> {
  const business = await getBusiness(scope);
  return understandBurst(burst, session, { now: scope.now(), timezone: business.timezone, trade: business.trade_type });
}

/** Decides and does; when the time was taken meanwhile, offers another one instead. */
async function settle(
  scope: Scope,
  conversation: Conversation,
  before: Session,
  heard: Heard,
): Promise<{ decision: Decision; world: World; session: Session }> {
  const world = await loadWorld(scope, absorb(before, heard.understanding, heard.text), conversation.contact_id);
  const decision = decide(before, heard, world);
  const performed = await perform(scope, conversation, decision, world);
  if (performed.kind === "done") return { decision, world, session: performed.session };
  const again = slotGone(before);
  const freshWorld = await loadWorld(scope, again, conversation.contact_id);
  const second = decide(again, { ...heard, understanding: { ...heard.understanding, intents: [] } }, freshWorld);
  const apologising = { ...second, phrases: [phrase("slot_gone", {}), ...second.phrases] };
  await perform(
    scope,
    conversation,
    { ...apologising, acts: apologising.acts.filter((act) => act.do !== "book" && act.do !== "move") },
    freshWorld,
  );
  return { decision: apologising, world: freshWorld, session: apologising.session };
}

async function speak(
  scope: Scope,
  conversation: Conversation,
  decision: Decision,
  answered: Message,
): Promise<Message | null> {
  if (decision.phrases.length === 0) return null;
  // Handing over raises the token in this very transaction: the farewell is said under the new one.
  const { ownership_token } = await getConversation(scope, conversation.id);
  const body = composeText(decision.phrases, decision.session.language);
  const { message } = await say(scope, {
    conversationId: conversation.id,
    as: "ai",
    body,
    token: ownership_token,
    cause: `reply:${answered.id}`,
  });
  return message;
}
