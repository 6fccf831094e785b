import {
  type Conversation,
  conversationHandedBack,
  conversationTakenOver,
  expectsAnswer,
  getConversation,
  handOver,
  messageReceived,
  messagesSince,
} from "#conversations";
import { on } from "#platform/events.ts";
import type { Scope } from "#platform/scope.ts";
import { getSettings } from "#tenants";
import { understand } from "#understanding";
import { tellOwnerAddress } from "./alert-owner.ts";
import type { HandOverReason } from "./policy/world.ts";
import { findLastAnswered, findSession } from "./queries.ts";
import { replyToCustomer } from "./reply.ts";

/** People send a thought in several texts; the answer waits until they pause, but not for ever. */
const PAUSE = { seconds: 3 };
const LONGEST_WAIT = { seconds: 12 };

const LIFE_DANGER: HandOverReason = "life_danger";

const timerKey = (conversationId: string) => `reply:${conversationId}`;

export const subscriptions = [
  on(messageReceived, "answer once the customer pauses", async (scope, { payload }) => {
    if (!expectsAnswer(payload)) return;
    const conversation = await getConversation(scope, payload.conversation_id);
    if (conversation.owner_kind === "ai") await answerInTime(scope, conversation.id, payload.written_at ?? null);
    else if (conversation.handover_reason === LIFE_DANGER) await passOnAddress(scope, conversation, payload.body);
  }),
  on(conversationTakenOver, "let the person answer", async (scope, { payload }) => {
    await scope.cancelTimer(timerKey(payload.conversation_id));
  }),
  on(conversationHandedBack, "answer what came in meanwhile", async (scope, { payload }) => {
    await answerSoon(scope, payload.conversation_id);
  }),
];

/**
 * A text that was found hours after it was written is left to a person: a machine's answer would only puzzle.
 * @param writtenAt null for one that came at once.
 */
async function answerInTime(scope: Scope, conversationId: string, writtenAt: string | null): Promise<void> {
  const { text_back_max_age_minutes: minutes } = await getSettings(scope);
  const tooLateAt = writtenAt === null ? null : Temporal.Instant.from(writtenAt).add({ minutes });
  const isTooLate = tooLateAt !== null && Temporal.Instant.compare(tooLateAt, scope.now()) < 0;
  if (isTooLate) await handOver(scope, conversationId, "found_late");
  else await answerSoon(scope, conversationId);
}

/** Every further text moves the answer, until the first one has waited long enough. */
async function answerSoon(scope: Scope, conversationId: string): Promise<void> {
  const messages = await messagesSince(scope, conversationId, await findLastAnswered(scope, conversationId));
  const first = messages.find((message) => message.direction === "inbound")?.created_at ?? scope.now();
  const dueAt = earlier(scope.now().add(PAUSE), first.add(LONGEST_WAIT));
  await scope.setTimer(timerKey(conversationId), dueAt, replyToCustomer, { conversation_id: conversationId });
}

/** The assistant left somebody in danger to a person, who may have been alerted before they said where they are. */
async function passOnAddress(scope: Scope, conversation: Conversation, text: string): Promise<void> {
  const session = await findSession(scope, conversation.id);
  const { address } = understand({ text, lang: conversation.language });
  if (session?.address?.street == null && address?.street != null)
    await tellOwnerAddress(scope, conversation, { name: session?.name ?? null, address });
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}
