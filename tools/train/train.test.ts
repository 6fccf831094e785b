import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scoreOf } from "../../server/src/understanding/classifier/classifier.ts";
import { featuresOf } from "../../server/src/understanding/classifier/features.ts";
import { fromFile, toFile } from "../../server/src/understanding/classifier/weights-file.ts";
import { read } from "../../server/src/understanding/text/message.ts";
import { digestOf } from "./digest.ts";
import { fit } from "./logistic-regression.ts";

const TRAINING = { buckets: 4096, epochs: 20, rate: 0.2, penalty: 1e-6 };
const features = (text: string) => featuresOf(read(text));
const examples = [
  ...["the roof leaks", "water drips from the roof", "a leaking pipe"].map((text) => ({ text, holds: true })),
  ...["what do you charge", "are you open on sunday", "thanks a lot"].map((text) => ({ text, holds: false })),
].map(({ text, holds }) => ({ features: features(text), holds }));

test("the weights follow from the examples as they are now; otherwise: npm run train", () => {
  const weights = new URL("../../server/src/understanding/classifier/weights/digest.txt", import.meta.url);
  expect(digestOf()).toBe(readFileSync(weights, "utf8").trim());
});

test("a classifier tells what it was taught, and the like of it", () => {
  const classifier = fit(examples, TRAINING);
  expect(examples.filter(({ features, holds }) => scoreOf(classifier, features) > 0 !== holds)).toEqual([]);
  expect(scoreOf(classifier, features("the pipes leaked"))).toBeGreaterThan(0);
  expect(scoreOf(classifier, features("do you charge on sunday"))).toBeLessThan(0);
});

test("the same examples give the same classifier, and it comes out of its file as it went in", () => {
  const classifier = fit(examples, TRAINING);
  expect(fit(examples, TRAINING)).toEqual(classifier);
  const restored = fromFile(toFile(classifier));
  expect(restored.weights).toEqual(classifier.weights);
  expect(restored.scale).toBeCloseTo(classifier.scale, 6);
});
