import { scoreOf } from "../../server/src/understanding/classifier/classifier.ts";
import { fit, type Training } from "./logistic-regression.ts";
import type { Task } from "./tasks.ts";

type Judged = { score: number; holds: boolean };

/**
 * How well a label is told of authors that it was not learned from, each in turn: the share of its messages found when one,
 * two and five in a hundred of the others are taken for it too. One line.
 */
export function validate({ label, authors, exampleOf }: Task, training: Training): string {
  const sets = authors.map(({ name, messages }) => ({ name, examples: messages.map(exampleOf) }));
  const judged = sets.flatMap(({ name, examples }): Judged[] => {
    const classifier = fit(
      sets.flatMap((other) => (other.name === name ? [] : other.examples)),
      training,
    );
    return examples.map(({ features, holds }) => ({ score: scoreOf(classifier, features), holds }));
  });
  const found = [0.01, 0.02, 0.05].map((share) => `${foundAt(judged, share)} at ${share * 100} %`);
  return `${label}: found ${found.join(", ")}`;
}

function foundAt(judged: readonly Judged[], falseShare: number): string {
  const [held, others] = [judged.filter(({ holds }) => holds), judged.filter(({ holds }) => !holds)];
  const least = others.map(({ score }) => score).toSorted((a, b) => b - a)[Math.floor(others.length * falseShare)] ?? 0;
  return (held.filter(({ score }) => score > least).length / held.length).toFixed(3);
}
