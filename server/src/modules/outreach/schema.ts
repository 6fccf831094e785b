import { z } from "zod";
import { defineEvent } from "#platform/events.ts";
import { id, instant } from "#platform/http/fields.ts";
import { MESSAGE_CLASSES } from "./wish.ts";

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

export const explanation = z.object({
  verdict: z.enum(["allowed", "refused", "deferred"]),
  reason: z.string(),
  class: z.enum(MESSAGE_CLASSES),
  requested_by: z.string(),
  decided_at: instant,
  rules: z.array(
    z.object({ id: z.string(), passed: z.boolean(), sentence: z.string(), citation: z.string().optional() }),
  ),
  inputs: z.record(z.string(), z.unknown()),
});
export type Explanation = z.output<typeof explanation>;

export const EXCLUSION_REASONS = ["family", "crew", "supplier", "other"] as const;

export const excludedCaller = z.object({
  id,
  phone: z.string(),
  reason: z.enum(EXCLUSION_REASONS),
  name: z.string().nullable(),
  created_at: instant,
});
export type ExcludedCaller = z.output<typeof excludedCaller>;

export const newExcludedCaller = z.strictObject({
  phone: z.string().trim().min(1).max(50),
  reason: z.enum(EXCLUSION_REASONS).default("other"),
  name: z.string().trim().max(200).optional(),
});
