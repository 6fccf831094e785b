import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Dialogue, type Line, MESSAGE_SETS, readSet } from "./sets.ts";

const OUTCOMES = ["booked", "handed_over", "out_of_area", "declined", "opted_out", "emergency_escalated", "no_booking"];
const QUESTIONS = ["address", "time", "name", "confirm", "problem"];

test("every line has an id of its own across all sets", () => {
  const ids = [...MESSAGE_SETS, "dialogues"].flatMap((set) => readSet<{ id: string }>(set).map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(MESSAGE_SETS)("%s: every message has a clock, a known zone and an expectation", (set) => {
  for (const { id, text, now, zone, expect: expected } of readSet<Line>(set)) {
    expect(text, id).not.toBe("");
    expect(Object.keys(expected).length, id).toBeGreaterThan(0);
    expect(Date.parse(String(now)), id).not.toBeNaN();
    expect(() => new Intl.DateTimeFormat("en", { timeZone: zone }), id).not.toThrow();
  }
});

test("every dialogue opens with words of the customer and expects a known outcome", () => {
  for (const { id, turns, expect: expected, business } of readSet<Dialogue>("dialogues")) {
    expect(typeof turns[0], id).toBe("string");
    expect(OUTCOMES, id).toContain(expected.outcome);
    expect(Date.parse(business.now), id).not.toBeNaN();
    const asked = turns.flatMap((turn) => (typeof turn === "string" ? [] : [turn.if_asked]));
    expect(QUESTIONS, id).toEqual(expect.arrayContaining(asked));
    for (const pattern of [...(expected.forbidden ?? []), ...(expected.must_say ?? [])]) {
      expect(() => new RegExp(pattern), id).not.toThrow();
    }
  }
});

test("nothing is learned from a held-out message, or rules made to it", () => {
  const heldOut = new Set(MESSAGE_SETS.flatMap((set) => readSet<Line>(set).map(({ text }) => wordsOf(text))));
  const understanding = new URL("../../src/understanding/", import.meta.url);
  const files = globSync("{development,examples/*}/*.jsonl", { cwd: understanding });
  const learned = files.flatMap((file) => readFileSync(new URL(file, understanding), "utf8").trim().split("\n"));
  expect(learned.length).toBeGreaterThan(0);
  const texts = learned.map((line): { text: string } => JSON.parse(line)).map(({ text }) => wordsOf(text));
  // In four words or fewer two people say the same by chance.
  expect(texts.filter((words) => words.split(" ").length > 4 && heldOut.has(words))).toEqual([]);
});

function wordsOf(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
