/** Something that takes time in a column of the board, in minutes since midnight. */
export interface Span {
  from: number;
  to: number;
}

export interface Placed<Item> {
  item: Item;
  /** Which of the lanes side by side it stands in. */
  lane: number;
  lanes: number;
}

/** Puts what overlaps side by side, each run of overlapping items with as many lanes as it needs. */
export function place<Item>(items: readonly Item[], spanOf: (item: Item) => Span): Placed<Item>[] {
  const sorted = items.toSorted((one, other) => spanOf(one).from - spanOf(other).from);
  return runsOf(sorted, spanOf).flatMap((run) => {
    const ends: number[] = [];
    const placed = run.map((item) => {
      const { from, to } = spanOf(item);
      const free = ends.findIndex((end) => end <= from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = to;
      return { item, lane };
    });
    return placed.map((one) => ({ ...one, lanes: ends.length }));
  });
}

/** Cuts sorted items into runs between which nothing overlaps. */
function runsOf<Item>(sorted: readonly Item[], spanOf: (item: Item) => Span): Item[][] {
  const runs: Item[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const item of sorted) {
    const { from, to } = spanOf(item);
    if (from >= end) runs.push([]);
    runs.at(-1)?.push(item);
    end = Math.max(end, to);
  }
  return runs;
}
