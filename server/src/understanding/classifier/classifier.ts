import type { Features } from "./features.ts";

/**
 * A linear classifier: a weight for each bucket that a feature falls into. `weights` are in units of `scale`; their number
 * is a power of two.
 */
export type Classifier = { bias: number; scale: number; weights: Int8Array };

/** How much the features speak for the label (above 0) or against it, in log-odds. */
export function scoreOf({ bias, scale, weights }: Classifier, features: Features): number {
  return bias + scale * features.reduce((sum, group) => sum + shareOf(weights, group), 0);
}

/** A long message says no more than a short one: in its group each feature counts by the root of their number. */
function shareOf(weights: Int8Array, group: Uint32Array): number {
  let sum = 0;
  for (const feature of group) sum += weights[feature & (weights.length - 1)] ?? 0;
  return sum / Math.sqrt(Math.max(1, group.length));
}
