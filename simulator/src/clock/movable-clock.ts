import type { Cancel, MovableClock } from "./clock.ts";
import { createSettling } from "./settling.ts";
import { createTimeline } from "./timeline.ts";

/** Where time comes from when nobody moves the clock. */
export interface TimeSource {
  read(): number;
  /** Calls back after `ms` of the source's own time; absent when the source stands still. */
  wake?(ms: number, run: () => void): Cancel;
}

/** The longest delay that a timer of the platform takes. */
const LONGEST_WAKE_MS = 2 ** 31 - 1;

/**
 * A clock that shows the source's time plus an offset, which only grows.
 * @param together what falls due at one moment runs at once and is settled once; else one after the other.
 */
export function createMovableClock(source: TimeSource, { together = false } = {}): MovableClock {
  const timeline = createTimeline();
  const settling = createSettling();
  const listeners = new Set<(now: number) => void>();
  let offset = 0;
  let moving: Promise<void> = Promise.resolve();
  let moves = 0;
  let stopWaiting: Cancel = () => {};

  const now = (): number => source.read() + offset;

  const jumpTo = (at: number): void => {
    const ahead = at - now();
    if (ahead <= 0) return;
    offset += ahead;
    for (const listener of listeners) listener(now());
  };

  const runDueUntil = async (target: number): Promise<void> => {
    for (let at = timeline.nextAt(); at !== undefined && at <= target; at = timeline.nextAt()) {
      jumpTo(at);
      do timeline.take()?.run();
      while (together && timeline.nextAt() === at);
      await settling.settle();
    }
    jumpTo(target);
    await settling.settle();
  };

  const waitForNext = (): void => {
    stopWaiting();
    const at = timeline.nextAt();
    if (!source.wake || at === undefined || moves > 0) return;
    stopWaiting = source.wake(Math.min(Math.max(at - now(), 0), LONGEST_WAKE_MS), runWhatIsDue);
  };

  const runWhatIsDue = (): void => {
    if (moves > 0) return;
    for (let at = timeline.nextAt(); at !== undefined && at <= now(); at = timeline.nextAt()) timeline.take()?.run();
    waitForNext();
  };

  const advanceTo = (target: number): Promise<void> => {
    moves += 1;
    const move = moving
      .then(() => settling.settle())
      .then(() => runDueUntil(target))
      .finally(() => {
        moves -= 1;
        waitForNext();
      });
    moving = move.catch(() => {});
    return move;
  };

  return {
    now,
    runsByItself: source.wake !== undefined,
    advanceTo,
    advance: (ms) => advanceTo(now() + ms),
    schedule(at, run) {
      const cancel = timeline.add(at, run);
      waitForNext();
      return () => {
        cancel();
        waitForNext();
      };
    },
    onMoved(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    track: settling.track,
    settleWith: settling.settleWith,
    settle: () => advanceTo(now()),
  };
}
