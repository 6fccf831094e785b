import { z } from "zod";
import { defineEvent } from "#platform/events.ts";
import { id } from "#platform/http/fields.ts";

/** From "queued" a send only moves forward; the table's comment draws the way. */
export const SEND_STATES = ["queued", "sending", "unknown", "accepted", "failed", "cancelled"] as const;
export type SendState = (typeof SEND_STATES)[number];

export const sendChanged = defineEvent(
  "send.changed",
  1,
  z.object({
    outbound_message_id: id,
    conversation_id: id.nullable(),
    state: z.enum(SEND_STATES),
    /** The carrier's word for the delivery, once it has one. */
    status: z.string().nullable(),
    error_code: z.int().nullable(),
  }),
);
