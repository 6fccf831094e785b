import { z } from "zod";
import { id, instant } from "#platform/http/fields.ts";

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
  entries: z.array(storyEntry),
});
export type Story = z.output<typeof story>;
