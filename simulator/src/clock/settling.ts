import { setImmediate as nextTurn } from "node:timers/promises";
import type { Cancel } from "./clock.ts";

/** Knows what is under way outside the clock, and waits for it. */
export interface Settling {
  track<T>(work: Promise<T>): Promise<T>;
  settleWith(drain: () => Promise<void>): Cancel;
  settle(): Promise<void>;
}

export function createSettling(): Settling {
  const underWay = new Set<Promise<unknown>>();
  const drains = new Set<() => Promise<void>>();

  const quiet = async (): Promise<void> => {
    await nextTurn();
    while (underWay.size > 0) {
      await Promise.allSettled(underWay);
      // What follows a finished request runs in its promise's continuations: one turn lets them begin their own.
      await nextTurn();
    }
  };

  return {
    track(work) {
      underWay.add(work);
      const done = (): void => {
        underWay.delete(work);
      };
      work.then(done, done);
      return work;
    },
    settleWith(drain) {
      drains.add(drain);
      return () => drains.delete(drain);
    },
    async settle() {
      do {
        await quiet();
        for (const drain of drains) await drain();
        if (drains.size > 0) await nextTurn();
      } while (underWay.size > 0);
    },
  };
}
