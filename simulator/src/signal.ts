import type { Cancel, Clock } from "./clock/clock.ts";

/** Tells whoever listens, in the order in which they began to. */
export interface Signal<Event> {
  emit(event: Event): void;
  on(listener: (event: Event) => void): Cancel;
}

export function createSignal<Event>(): Signal<Event> {
  const listeners = new Set<(event: Event) => void>();
  return {
    emit(event) {
      for (const listener of Array.from(listeners)) if (listeners.has(listener)) listener(event);
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The first event that `pick` turns into a result; undefined when `withinMs` of the world's time passed without one. */
export function firstOf<Event, Result>(
  clock: Clock,
  signal: Signal<Event>,
  pick: (event: Event) => Result | undefined,
  withinMs?: number,
): Promise<Result | undefined> {
  return new Promise((resolve) => {
    const finish = (result: Result | undefined): void => {
      stopListening();
      stopWaiting();
      resolve(result);
    };
    const stopListening = signal.on((event) => {
      const result = pick(event);
      if (result !== undefined) finish(result);
    });
    const stopWaiting =
      withinMs === undefined ? () => {} : clock.schedule(clock.now() + withinMs, () => finish(undefined));
  });
}
