import { readFileSync } from "node:fs";
import { type Classifier, scoreOf } from "./classifier.ts";
import type { Features } from "./features.ts";
import { type Label, labels } from "./labels.ts";
import { fromFile } from "./weights-file.ts";

const classifiers = new Map<Label, Classifier>(
  labels.map((label) => [label, fromFile(readFileSync(new URL(`./weights/${label}.bin`, import.meta.url)))]),
);

/** How much the words speak for the label, in log-odds, as learned from examples. */
export function weigh(label: Label, features: Features): number {
  const classifier = classifiers.get(label);
  if (classifier === undefined) throw new Error(`There are no weights for "${label}".`);
  return scoreOf(classifier, features);
}
