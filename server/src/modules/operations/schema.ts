import { z } from "zod";
import { id, instant, money } from "#platform/http/fields.ts";

export const ENTRY_KINDS = [
  "webhook",
  "event",
  "decision",
  "job",
  "send",
  "delivery",
  "message",
  "appointment",
  "lead",
] as const;

/** One line of a call's story: what happened, when, in words, with the raw facts beneath. */
export const storyEntry = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(ENTRY_KINDS),
  title: z.string(),
  sentence: z.string(),
  since_start_ms: z.int(),
  data: z.record(z.string(), z.unknown()),
});
export type StoryEntry = z.output<typeof storyEntry>;

export const story = z.object({
  call: z.object({
    id,
    call_sid: z.string(),
    customer_phone: z.string().nullable(),
    called_phone: z.string(),
    status: z.string(),
    missed: z.boolean().nullable(),
    missed_reason: z.string().nullable(),
    started_at: instant,
    ended_at: instant.nullable(),
    conversation_id: id.nullable(),
  }),
  /** What the carrier charged, as far as it has told: prices come hours later. */
  costs: z.object({
    call: money.nullable(),
    /** The phones that it rang. */
    legs: money.nullable(),
    /** Those that came in, too. */
    texts: money.nullable(),
    /** Of what is known. */
    total: money.nullable(),
    currency: z.string().nullable(),
    unpriced_legs: z.int(),
    unpriced_texts: z.int(),
  }),
  entries: z.array(storyEntry),
});
export type Story = z.output<typeof story>;

/** One webhook as the carrier posted it, with what became of it. */
export const rawWebhook = z.object({
  id,
  topic: z.string(),
  subject: z.string(),
  status: z.enum(["pending", "processed", "failed", "dead"]),
  attempts: z.int(),
  last_error: z.string().nullable(),
  received_at: instant,
  processed_at: instant.nullable(),
  body: z.record(z.string(), z.unknown()),
});
export type RawWebhook = z.output<typeof rawWebhook>;
