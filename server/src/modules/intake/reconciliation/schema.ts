import { z } from "zod";
import { instant } from "#platform/http/fields.ts";
import { RESOURCES } from "./sync-state.ts";

/** How a list of the carrier's compares with ours; the counts are of the last comparison that came to its end. */
export const comparison = z.object({
  resource: z.enum(RESOURCES),
  status: z.enum(["running", "done", "failed"]),
  window_from: instant.nullable(),
  window_until: instant.nullable(),
  at_carrier: z.int(),
  /** Of those, how many we had heard of. */
  here: z.int(),
  /** Calls or texts of which something was missing and was put right within the window, by whatever comparison. */
  repaired: z.int(),
  last_repair_at: instant.nullable(),
  /** May still be on their way, or are not judged yet. */
  undecided: z.int(),
  /** When the last comparison came to its end. */
  checked_at: instant.nullable(),
  /** Why the latest comparison did not come to its end, as a sentence. */
  error: z.string().nullable(),
});
export type ComparisonResponse = z.output<typeof comparison>;
export const comparisons = z.object({ data: z.array(comparison) });
