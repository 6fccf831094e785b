import type { Cancel } from "../clock/clock.ts";
import { createSignal } from "../signal.ts";

/** Something that happened in the simulated world. `id` rises by one; `at` is ms since the epoch. */
export interface WorldEvent {
  id: number;
  at: number;
  type: string;
  data: Record<string, unknown>;
}

export interface Feed {
  tell(type: string, data: Record<string, unknown>): void;
  /** Events after `id` that are still kept, oldest first. */
  since(id: number): WorldEvent[];
  on(listener: (event: WorldEvent) => void): Cancel;
}

/** Keeps the last `keep` events at least, twice as many at most. */
export function createFeed(now: () => number, keep: number): Feed {
  const signal = createSignal<WorldEvent>();
  let kept: WorldEvent[] = [];
  let lastId = 0;
  return {
    tell(type, data) {
      lastId += 1;
      const event = { id: lastId, at: now(), type, data };
      kept.push(event);
      if (kept.length > keep * 2) kept = kept.slice(-keep);
      signal.emit(event);
    },
    since: (id) => kept.slice(Math.max(kept.length - (lastId - id), 0)),
    on: signal.on,
  };
}
