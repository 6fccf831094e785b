import { type Clock, systemClock } from "../../src/platform/clock.ts";

/** A clock that stands still until it is moved. */
export type TestClock = Clock & { moveTo(at: Temporal.Instant): void; advance(by: Temporal.DurationLike): void };

export function testClock(startAt: string): TestClock {
  let now = Temporal.Instant.from(startAt);
  let waiting: { at: Temporal.Instant; task: () => void }[] = [];
  const moveTo = (at: Temporal.Instant) => {
    now = at;
    const due = waiting.filter((one) => Temporal.Instant.compare(one.at, now) <= 0);
    waiting = waiting.filter((one) => !due.includes(one));
    for (const one of due) one.task();
  };
  return {
    now: () => now,
    schedule(at, task) {
      const entry = { at, task };
      if (Temporal.Instant.compare(at, now) <= 0) queueMicrotask(task);
      else waiting.push(entry);
      return () => {
        waiting = waiting.filter((one) => one !== entry);
      };
    },
    moveTo,
    advance: (by) => moveTo(now.add(by)),
  };
}

/** Real time, for a test of what takes real time; nobody can move it. */
export function runningClock(): TestClock {
  const refuse = () => {
    throw new Error("Real time cannot be moved.");
  };
  return { ...systemClock, moveTo: refuse, advance: refuse };
}
