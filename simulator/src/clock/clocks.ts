import type { Cancel, Clock, MovableClock } from "./clock.ts";
import { createMovableClock } from "./movable-clock.ts";

const wake = (ms: number, run: () => void): Cancel => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Stands still until it is moved: for tests, where a day passes in milliseconds. `startAt` in ms since the epoch.
 * `together` is for crowds: what falls due at one moment happens at once, as in the real world, and no longer in an order
 * that replays.
 */
export const createVirtualClock = (startAt: number, options: { together?: boolean } = {}): MovableClock =>
  createMovableClock({ read: () => startAt }, options);

/** Real time plus whatever it was moved forward by: for the demo. */
export const createLiveClock = (): MovableClock => createMovableClock({ read: Date.now, wake });

/** Real time, which nobody can move. */
export function createRealClock(): Clock {
  const { now, runsByItself, schedule, onMoved, track, settleWith, settle } = createLiveClock();
  return { now, runsByItself, schedule, onMoved, track, settleWith, settle };
}
