import { isAnsweredByCarrier, optOutState } from "#compliance";
import {
  conversationHandedBack,
  conversationTakenOver,
  getConversation,
  handOver,
  messageReceived,
  messagesSince,
} from "#conversations";
import { on } from "#platform/events.ts";
import type { Scope } from "#platform/scope.ts";
import { getSettings } from "#tenants";
import { findLastAnswered } from "./queries.ts";
import { replyToCustomer } from "./reply.ts";

/** People send a thought in several texts; the answer waits until they pause, but not for ever. */
const PAUSE = { seconds: 3 };
const LONGEST_WAIT = { seconds: 12 };

const timerKey = (conversationId: string) => `reply:${conversationId}`;

export const subscriptions = [
  on(messageReceived, "answer once the customer pauses", async (scope, { payload }) => {
    if (isSettled(payload)) return;
    const conversation = await getConversation(scope, payload.conversation_id);
    if (conversation.owner_kind !== "ai") return;
    const { optedOut } = await optOutState(scope, conversation.customer_phone);
    const { ai_enabled, text_back_max_age_minutes } = await getSettings(scope);
    const writtenAt = payload.written_at === undefined ? scope.now() : Temporal.Instant.from(payload.written_at);
    const tooLateAt = writtenAt.add({ minutes: text_back_max_age_minutes });
    if (optedOut) await handOver(scope, conversation.id, "opted_out");
    else if (Temporal.Instant.compare(tooLateAt, scope.now()) < 0) await handOver(scope, conversation.id, "found_late");
    else if (ai_enabled) await answerSoon(scope, conversation.id);
    else await handOver(scope, conversation.id, "assistant_off");
  }),
  on(conversationTakenOver, "let the person answer", async (scope, { payload }) => {
    await scope.cancelTimer(timerKey(payload.conversation_id));
  }),
  on(conversationHandedBack, "answer what came in meanwhile", async (scope, { payload }) => {
    await answerSoon(scope, payload.conversation_id);
  }),
];

/** The carrier answers a bare HELP, and an opt-out is confirmed or obeyed in silence; a cry for help is a message. */
function isSettled({ opt_out, body }: { opt_out: string; body: string }): boolean {
  return opt_out === "help" ? isAnsweredByCarrier(body) : opt_out !== "none";
}

/** Every further text moves the answer, until the first one has waited long enough. */
async function answerSoon(scope: Scope, conversationId: string): Promise<void> {
  const messages = await messagesSince(scope, conversationId, await findLastAnswered(scope, conversationId));
  const first = messages.find((message) => message.direction === "inbound")?.created_at ?? scope.now();
  const dueAt = earlier(scope.now().add(PAUSE), first.add(LONGEST_WAIT));
  await scope.setTimer(timerKey(conversationId), dueAt, replyToCustomer, { conversation_id: conversationId });
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}
