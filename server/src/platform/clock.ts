/** Cancels what was scheduled; harmless when it already ran. */
export type Cancel = () => void;

/** The only source of time. Simulated worlds bring their own; a year can pass in a minute. */
export type Clock = {
  now(): Temporal.Instant;
  /** Runs `task` once, at `at` or as soon as possible when that has passed. */
  schedule(at: Temporal.Instant, task: () => void): Cancel;
};

/** Node refuses longer delays (2^31 - 1 ms); longer waits are slept in steps. */
const LONGEST_DELAY_MS = 2_147_483_647;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  schedule(at, task) {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const remaining = at.epochMilliseconds - Temporal.Now.instant().epochMilliseconds;
      timer =
        remaining > LONGEST_DELAY_MS ? setTimeout(wait, LONGEST_DELAY_MS) : setTimeout(task, Math.max(0, remaining));
    };
    wait();
    return () => clearTimeout(timer);
  },
};
