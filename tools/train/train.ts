import { writeFileSync } from "node:fs";
import { toFile } from "../../server/src/understanding/classifier/weights-file.ts";
import { digestOf } from "./digest.ts";
import { fit, type Training } from "./logistic-regression.ts";
import { type Task, tasks } from "./tasks.ts";
import { validate } from "./validate.ts";

/** Found by cross-validation; where there are many examples, more of their features are worth telling apart. */
function trainingFor(examples: number): Training {
  return { buckets: examples > 5000 ? 2 ** 20 : 2 ** 18, epochs: 15, rate: 0.2, penalty: 1e-5 };
}

const WEIGHTS = new URL("../../server/src/understanding/classifier/weights/", import.meta.url);

/** Learns every label from its examples and writes the weights; with `--validate` only judges how well that would do. */
function main(): void {
  const wanted = tasks().filter(({ label }) =>
    process.argv.slice(2).every((arg) => arg === "--validate" || label === arg),
  );
  if (process.argv.includes("--validate")) {
    for (const task of wanted) process.stdout.write(`${validate(task, trainingFor(countOf(task)))}\n`);
    return;
  }
  for (const task of wanted) write(task);
  writeFileSync(new URL("digest.txt", WEIGHTS), `${digestOf()}\n`);
}

function countOf({ authors }: Task): number {
  return authors.reduce((sum, { messages }) => sum + messages.length, 0);
}

function write({ label, authors, exampleOf }: Task): void {
  const examples = authors.flatMap(({ messages }) => messages.map(exampleOf));
  const classifier = fit(examples, trainingFor(examples.length));
  const file = toFile(classifier);
  writeFileSync(new URL(`${label}.bin`, WEIGHTS), file);
  const kilobytes = Math.round(file.length / 1024);
  process.stdout.write(`${label}: ${examples.length} examples, ${kilobytes} kB\n`);
}

main();
