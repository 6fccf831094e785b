import fc from "fast-check";
import { expect, test } from "vitest";
import { isAnsweredByCarrier, readKeyword } from "./keywords.ts";

/** 47 CFR 64.1200(a)(10): words that end the messages by themselves. */
const PER_SE = ["stop", "quit", "end", "revoke", "opt out", "cancel", "unsubscribe"];

const decoration = fc
  .array(fc.constantFrom(" ", ".", "!", "?", "…", "🛑", "😡", "\n", "\t", "*", "'", '"', "-", "\u200b"), {
    maxLength: 4,
  })
  .map((parts) => parts.join(""));

const anyCase = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((upper) => [...word].map((letter, i) => (upper[i] ? letter.toUpperCase() : letter)).join(""));

test("no per-se word is missed, whatever its case, punctuation and emoji", () => {
  const written = fc
    .constantFrom(...PER_SE)
    .chain((word) => fc.tuple(decoration, anyCase(word), decoration))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(written, (text) => readKeyword(text) === "stop"),
    { numRuns: 2000 },
  );
});

test.each(["ALTO", "Baja", "cancelar", "No más mensajes", "ＳＴＯＰ", "Stop.", "opt-out"])(
  "%s ends the messages",
  (text) => {
    expect(readKeyword(text)).toBe("stop");
  },
);

test.each([
  "cancel my appointment Tuesday",
  "the leak does not stop",
  "I need it by the end of the week",
  "yes",
  "no",
  "",
  "🙂",
])("%j is no keyword", (text) => {
  expect(readKeyword(text)).toBeNull();
});

test("START and HELP are read too", () => {
  expect([readKeyword("Start!"), readKeyword("UNSTOP"), readKeyword("help?"), readKeyword("AYUDA")]).toEqual([
    "start",
    "start",
    "help",
    "help",
  ]);
});

test("the carrier answers its own words only, and only alone", () => {
  expect(["STOP", " stop ", "Cancel", "HELP", "yes"].every(isAnsweredByCarrier)).toBe(true);
  expect(["stop.", "opt out", "alto", "please stop texting me"].some(isAnsweredByCarrier)).toBe(false);
});
