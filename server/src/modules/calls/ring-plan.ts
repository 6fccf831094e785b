import { z } from "zod";
import type { RoutedNumber } from "#numbers";

/**
 * What is done with a call that arrives. screened: phones ring and whoever picks up has to press 1; unscreened: whoever
 * picks up is connected; forwarded: the business's own phone was not answered already; nobody: there is no phone to ring;
 * returned: our own ringing of a phone, which that phone forwards back here.
 */
export const ringPlan = z.object({
  mode: z.enum(["screened", "unscreened", "forwarded", "nobody", "returned"]),
  /** How long phones ring at the most. */
  ring_seconds: z.number(),
});
export type RingPlan = z.output<typeof ringPlan>;

type Settings = Pick<
  RoutedNumber,
  "installation" | "forwardTo" | "ringStrategy" | "ringTimeoutSeconds" | "screeningEnabled"
>;

/** @param forwardedFrom the number that forwarded the call to us, as the carrier tells it, or undefined. */
export function planRinging(number: Settings, forwardedFrom: string | undefined): RingPlan {
  if (number.installation === "forwarded") return { mode: "forwarded", ring_seconds: 0 };
  if (number.forwardTo.length === 0) return { mode: "nobody", ring_seconds: 0 };
  if (forwardedFrom !== undefined && number.forwardTo.includes(forwardedFrom))
    return { mode: "returned", ring_seconds: 0 };
  const turns = number.ringStrategy === "in_turn" ? number.forwardTo.length : 1;
  return {
    mode: number.screeningEnabled ? "screened" : "unscreened",
    ring_seconds: turns * number.ringTimeoutSeconds,
  };
}
