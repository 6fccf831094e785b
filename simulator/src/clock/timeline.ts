import type { Cancel } from "./clock.ts";

type Entry = { at: number; order: number; run: () => unknown; cancelled: boolean };

/** What is planned, earliest first; equal times keep the order in which they were planned. */
export interface Timeline {
  add(at: number, run: () => unknown): Cancel;
  /** When the next entry is due, or undefined when nothing is planned. */
  nextAt(): number | undefined;
  /** Takes the next entry out. */
  take(): Entry | undefined;
}

const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap; cancelled entries are dropped when they reach the top. */
export function createTimeline(): Timeline {
  const heap: Entry[] = [];
  let order = 0;

  const rise = (start: number): void => {
    let child = start;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!swapIfBefore(child, parent)) return;
      child = parent;
    }
  };

  const sink = (start: number): void => {
    let parent = start;
    for (;;) {
      const left = parent * 2 + 1;
      const right = left + 1;
      const child = right < heap.length && isBefore(heap[right] as Entry, heap[left] as Entry) ? right : left;
      if (child >= heap.length || !swapIfBefore(child, parent)) return;
      parent = child;
    }
  };

  const swapIfBefore = (child: number, parent: number): boolean => {
    const below = heap[child] as Entry;
    const above = heap[parent] as Entry;
    if (!isBefore(below, above)) return false;
    heap[child] = above;
    heap[parent] = below;
    return true;
  };

  const removeTop = (): Entry | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (last && heap.length > 0) {
      heap[0] = last;
      sink(0);
    }
    return top;
  };

  const dropCancelled = (): void => {
    while (heap[0]?.cancelled) removeTop();
  };

  return {
    add(at, run) {
      const entry: Entry = { at, order: order++, run, cancelled: false };
      heap.push(entry);
      rise(heap.length - 1);
      return () => {
        entry.cancelled = true;
      };
    },
    nextAt() {
      dropCancelled();
      return heap[0]?.at;
    },
    take() {
      dropCancelled();
      return removeTop();
    },
  };
}
