/** Undoes what it was returned by; calling it twice does no harm. */
export type Cancel = () => void;

/** The time of the simulated world. Times are milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Whether time passes without anybody moving the clock. */
  readonly runsByItself: boolean;
  /** Runs `run` when the clock reaches `at`, or as soon as it settles or moves when that has passed; never synchronously. */
  schedule(at: number, run: () => unknown): Cancel;
  /** Tells whenever the clock was moved by hand, after each step of the move. */
  onMoved(listener: (now: number) => void): Cancel;
  /** Marks work outside the clock (a request under way) that `settle` has to wait for. Returns the same promise. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Lets another party (a job queue) finish what a step caused, whenever the world settles. */
  settleWith(drain: () => Promise<void>): Cancel;
  /** Runs what is due and resolves when nothing that was caused up to now is still under way. Does not move the clock. */
  settle(): Promise<void>;
}

/** A clock that can be moved forward; what falls due on the way runs in order, each step settled before the next. */
export interface MovableClock extends Clock {
  advance(ms: number): Promise<void>;
  /** Resolves at once when `at` has passed: the clock never goes back. */
  advanceTo(at: number): Promise<void>;
}

export const isMovable = (clock: Clock): clock is MovableClock => "advanceTo" in clock;

/** Waits `ms` of the world's time. */
export const sleep = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => clock.schedule(clock.now() + ms, resolve));
