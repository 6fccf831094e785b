import type { Classifier } from "../../server/src/understanding/classifier/classifier.ts";
import type { Features } from "../../server/src/understanding/classifier/features.ts";

/** A message and whether the label holds for it. */
export type Example = { features: Features; holds: boolean };

/** `buckets` is a power of two; `penalty` is the weight of the squared weights against a message's loss. */
export type Training = { buckets: number; epochs: number; rate: number; penalty: number };

type Row = { buckets: Uint32Array; values: Float32Array; holds: boolean };

/**
 * Fits a logistic regression by stochastic gradient descent with a step for each weight (AdaGrad, Duchi et al. 2011).
 * Rare features count more (inverse document frequency). The same examples in the same order give the same classifier.
 */
export function fit(examples: readonly Example[], training: Training): Classifier {
  const rarity = rarityOf(examples, training.buckets);
  const rows = examples.map((example) => rowOf(example, rarity));
  const weights = new Float64Array(training.buckets);
  const steps = new Float64Array(training.buckets).fill(1e-8);
  const bias = { value: 0, steps: 1e-8 };
  const random = generator(20_260_301);
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    for (const row of shuffled(rows, random)) learn(row, weights, steps, bias, training);
  }
  return quantized(weights, rarity, bias.value);
}

function learn(
  row: Row,
  weights: Float64Array,
  steps: Float64Array,
  bias: { value: number; steps: number },
  { rate, penalty }: Training,
): void {
  let score = bias.value;
  for (let i = 0; i < row.buckets.length; i++) score += (weights[row.buckets[i] ?? 0] ?? 0) * (row.values[i] ?? 0);
  const error = 1 / (1 + Math.exp(-score)) - (row.holds ? 1 : 0);
  bias.steps += error * error;
  bias.value -= (rate * error) / Math.sqrt(bias.steps);
  for (let i = 0; i < row.buckets.length; i++) {
    const bucket = row.buckets[i] ?? 0;
    const gradient = error * (row.values[i] ?? 0) + penalty * (weights[bucket] ?? 0);
    const seen = (steps[bucket] ?? 0) + gradient * gradient;
    steps[bucket] = seen;
    weights[bucket] = (weights[bucket] ?? 0) - (rate * gradient) / Math.sqrt(seen);
  }
}

function rarityOf(examples: readonly Example[], buckets: number): Float64Array {
  const messages = new Float64Array(buckets);
  for (const { features } of examples) {
    for (const bucket of new Set(features.flatMap((group) => [...group].map((hash) => hash & (buckets - 1)))))
      messages[bucket] = (messages[bucket] ?? 0) + 1;
  }
  return messages.map((count) => Math.log((examples.length + 1) / (count + 1)) / 5);
}

function rowOf({ features, holds }: Example, rarity: Float64Array): Row {
  const mask = rarity.length - 1;
  const buckets = Uint32Array.from(features.flatMap((group) => [...group].map((hash) => hash & mask)));
  const shares = features.flatMap((group) => Array.from(group, () => 1 / Math.sqrt(group.length)));
  const values = Float32Array.from(buckets, (bucket, i) => (shares[i] ?? 0) * (rarity[bucket] ?? 0));
  return { buckets, values, holds };
}

function quantized(weights: Float64Array, rarity: Float64Array, bias: number): Classifier {
  const effective = weights.map((weight, bucket) => weight * (rarity[bucket] ?? 0));
  const scale = effective.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / 127;
  return { bias, scale, weights: Int8Array.from(effective, (weight) => Math.round(weight / scale)) };
}

function shuffled(rows: readonly Row[], random: () => number): Row[] {
  const order = [...rows];
  for (let i = order.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    const [a, b] = [order[i], order[other]];
    if (a !== undefined && b !== undefined) [order[i], order[other]] = [b, a];
  }
  return order;
}

/** Mulberry32: numbers from 0 to 1, always the same from the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
