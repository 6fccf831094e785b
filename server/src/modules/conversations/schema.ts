import { z } from "zod";
import { defineEvent } from "#platform/events.ts";
import { id } from "#platform/http/fields.ts";

export const messageReceived = defineEvent(
  "message.received",
  1,
  z.object({
    message_id: id,
    conversation_id: id,
    customer_phone: z.string(),
    body: z.string(),
    media_count: z.int(),
    opt_out: z.enum(["stop", "start", "help", "none"]),
  }),
);
export const conversationOpened = defineEvent(
  "conversation.opened",
  1,
  z.object({ conversation_id: id, call_id: id.nullable() }),
);
export const conversationTakenOver = defineEvent(
  "conversation.taken_over",
  1,
  z.object({ conversation_id: id, user_id: id }),
);
export const conversationHandedBack = defineEvent("conversation.handed_back", 1, z.object({ conversation_id: id }));
export const conversationHandedOver = defineEvent(
  "conversation.handed_over",
  1,
  z.object({ conversation_id: id, reason: z.string(), urgent: z.boolean() }),
);
