import { conversationHandedBack, conversationTakenOver, getConversation, messageReceived } from "#conversations";
import { on } from "#platform/events.ts";
import { getSettings } from "#tenants";
import { replyToCustomer } from "./reply.ts";

/** People send a thought in several texts; the answer waits until they pause. */
const PAUSE = { seconds: 3 };

const timerKey = (conversationId: string) => `reply:${conversationId}`;

export const subscriptions = [
  on(messageReceived, "answer once the customer pauses", async (scope, { payload }) => {
    if (payload.opt_out === "stop" || payload.opt_out === "start" || payload.opt_out === "help") return;
    const conversation = await getConversation(scope, payload.conversation_id);
    const settings = await getSettings(scope);
    if (conversation.owner_kind !== "ai" || !settings.ai_enabled) return;
    await scope.setTimer(timerKey(conversation.id), scope.now().add(PAUSE), replyToCustomer, {
      conversation_id: conversation.id,
    });
  }),
  on(conversationTakenOver, "let the person answer", async (scope, { payload }) => {
    await scope.cancelTimer(timerKey(payload.conversation_id));
  }),
  on(conversationHandedBack, "answer what came in meanwhile", async (scope, { payload }) => {
    await scope.setTimer(timerKey(payload.conversation_id), scope.now().add(PAUSE), replyToCustomer, {
      conversation_id: payload.conversation_id,
    });
  }),
];
