import { callMissed, callStarted } from "#calls";
import { sendChanged } from "#outreach";
import { on } from "#platform/events.ts";
import { answerMissedCall } from "./answer-missed-call.ts";
import { showDelivery } from "./delivery.ts";
import { followLanguage } from "./language.ts";
import { LOOK_UP } from "./line-type.ts";
import { messageReceived } from "./schema.ts";

export const subscriptions = [
  on(callStarted, "look up whether the caller can be texted", async (scope, { payload }) => {
    if (payload.customer_phone !== null) await scope.enqueue(LOOK_UP, { phone: payload.customer_phone });
  }),
  on(callMissed, "text back", async (scope, { payload }) => {
    await answerMissedCall(scope, { ...payload, missed_at: Temporal.Instant.from(payload.missed_at) });
  }),
  on(messageReceived, "speak the customer's language from here on", async (scope, { payload }) => {
    await followLanguage(scope, payload.conversation_id, payload.body);
  }),
  on(sendChanged, "show the delivery in the thread", async (scope, { payload }) => {
    if (payload.conversation_id !== null) await showDelivery(scope, payload.outbound_message_id);
  }),
];
