/** The middle value and how far the others lie from it. */
export type Summary = { median: number; lowest: number; highest: number };

/** @throws RangeError for no values at all. */
export function summarise(values: readonly number[]): Summary {
  const sorted = ascending(values);
  return { median: middle(sorted), lowest: valueAt(sorted, 0), highest: valueAt(sorted, sorted.length - 1) };
}

/**
 * The smallest value that at least `share` of all values do not exceed: the nearest-rank percentile.
 * @param share above 0, at most 1; 0.99 for p99.
 * @throws RangeError for no values at all.
 */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = ascending(values);
  return valueAt(sorted, Math.max(0, Math.ceil(share * sorted.length) - 1));
}

/** What was measured in the same round is divided by each other, so that a slow minute of the machine meets both. */
export function ratios(ours: readonly number[], theirs: readonly number[]): number[] {
  if (ours.length !== theirs.length) throw new RangeError("Ratios need as many rounds on both sides.");
  return ours.map((value, round) => value / valueAt(theirs, round));
}

function ascending(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

function middle(sorted: Float64Array): number {
  const half = sorted.length / 2;
  return (valueAt(sorted, Math.ceil(half) - 1) + valueAt(sorted, Math.floor(half))) / 2;
}

function valueAt(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError("There are no values.");
  return value;
}
