import { Refused } from "#platform/http/problem.ts";
import { FULL } from "./errors.ts";

/** Requests that wait for the database, as many as memory should hold; what is refused beyond, the carrier repeats. */
export type Hold = {
  inHand(): number;
  isFull(): boolean;
  /** @throws Refused full. */
  keep<Result>(bytes: number, work: () => Promise<Result>): Promise<Result>;
};

export function createHold(most: { requests: number; bytes: number }): Hold {
  let requests = 0;
  let bytes = 0;
  const isFull = () => requests >= most.requests || bytes >= most.bytes;
  return {
    inHand: () => requests,
    isFull,
    async keep(size, work) {
      if (isFull()) throw new Refused(FULL);
      requests += 1;
      bytes += size;
      try {
        return await work();
      } finally {
        requests -= 1;
        bytes -= size;
      }
    },
  };
}
