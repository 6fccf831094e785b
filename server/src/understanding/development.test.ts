import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Case, evaluate } from "./evaluate.ts";
import { understand } from "./understand.ts";

/** The least share of cases that must be right, by set and field. */
const thresholds: Record<string, Record<string, number>> = {
  life: { level: 0.99 },
  harmless: { level: 0.98 },
  urgency: { level: 0.95, hazard: 0.95 },
  "opt-out": { opt_out: 0.99 },
  times: { time: 0.95 },
  intents: { intents: 0.95 },
  addresses: { address: 0.95 },
  names: { name: 0.95 },
  choices: { choice: 0.95 },
  money: { reply: 0.95, amount: 0.95, time: 0.95 },
  trades: { trade: 0.95 },
  languages: { language: 0.95 },
};

const folder = new URL("./development/", import.meta.url);

function casesOf(set: string): Case[] {
  const lines = readFileSync(new URL(`${set}.jsonl`, folder), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line));
}

describe("The development sets", () => {
  test("each has a threshold", () => {
    const sets = readdirSync(folder).map((file) => file.replace(".jsonl", ""));
    expect(sets.toSorted()).toEqual(Object.keys(thresholds).toSorted());
  });

  for (const [set, fields] of Object.entries(thresholds)) {
    test(`${set} are understood`, () => {
      const scores = evaluate(casesOf(set), understand);
      for (const [field, least] of Object.entries(fields)) {
        const score = scores.get(field);
        expect(score?.accuracy, JSON.stringify(score?.misses, null, 1)).toBeGreaterThanOrEqual(least);
      }
    });
  }

  test("no harmless message raises more than two alarms in a hundred", () => {
    const cases = casesOf("harmless");
    const alarms = cases.filter((one) => understand(one).level === "life");
    expect(alarms.length / cases.length, alarms.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(0.02);
  });

  test("stop is never seen where it was not meant, one time in a hundred aside", () => {
    const others = casesOf("opt-out").filter(({ expect: { opt_out } }) => opt_out === "none");
    const wrong = others.filter((one) => understand(one).opt_out === "stop");
    expect(wrong.length / others.length, wrong.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(0.01);
  });
});
