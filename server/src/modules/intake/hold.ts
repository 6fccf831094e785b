import { Refused } from "#platform/http/problem.ts";
import { FULL } from "./errors.ts";

/** Some kilobytes each, held for seconds; what is refused beyond, the carrier repeats. */
const MOST_IN_HAND = 20_000;

/** Verified webhooks that wait to be written down. Whoever cannot sign is not counted: strangers cannot fill it. */
export type Hold = {
  inHand(): number;
  /** @throws Refused full. */
  keep<Result>(work: () => Promise<Result>): Promise<Result>;
};

export function createHold(): Hold {
  let inHand = 0;
  return {
    inHand: () => inHand,
    async keep(work) {
      if (inHand >= MOST_IN_HAND) throw new Refused(FULL);
      inHand += 1;
      try {
        return await work();
      } finally {
        inHand -= 1;
      }
    },
  };
}
