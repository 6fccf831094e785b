import { z } from "zod";
import { id, instant, page } from "#platform/http/fields.ts";

export const deadLetter = z.object({
  id,
  topic: z.string(),
  subject: z.string(),
  received_at: instant,
  attempts: z.int(),
  last_error: z.string().nullable(),
});
export type DeadLetter = z.output<typeof deadLetter>;
export const deadLetters = page(deadLetter);
