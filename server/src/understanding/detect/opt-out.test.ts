import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { featuresOf } from "../classifier/features.ts";
import { read } from "../text/message.ts";
import { detectOptOut } from "./opt-out.ts";

/** 47 CFR 64.1200(a)(10), the carriers' own keywords, and what they are in Spanish. */
const keywords = [
  "stop",
  "stopall",
  "quit",
  "end",
  "revoke",
  "opt out",
  "optout",
  "cancel",
  "unsubscribe",
  "parar",
  "pare",
  "alto",
  "baja",
  "cancelar",
  "detener",
  "terminar",
  "desuscribir",
];
const decorations = ["", ".", "!", "!!!", "...", " 🛑", " 🙏", " :)", "?", '"', " ", "\n"];

describe("detectOptOut", () => {
  test("takes a keyword alone in any case, punctuation and emoji", () => {
    const cased = fc
      .constantFrom(...keywords)
      .chain((keyword) =>
        fc
          .array(fc.boolean(), { minLength: keyword.length, maxLength: keyword.length })
          .map((upper) => [...keyword].map((letter, i) => (upper[i] ? letter.toUpperCase() : letter)).join("")),
      );
    const decorated = fc.tuple(fc.constantFrom(...decorations), cased, fc.constantFrom(...decorations));
    fc.assert(
      fc.property(decorated, ([before, keyword, after]) => {
        expect(detected(before + keyword + after)).toBe("stop");
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["stop the leak", "none"],
    ["cancel my appointment tuesday", "none"],
    ["please cancel", "none"],
    ["the water won't stop", "none"],
    ["don't stop texting me", "none"],
    ["please stop texting me", "stop"],
    ["who is this? stop", "stop"],
    ["yes", "none"],
    ["whatever", "none"],
    ["stop by", "none"],
    ["start", "start"],
    ["help", "help"],
    ["help my sink is leaking", "none"],
  ])("%s: %s", (text, sense) => {
    expect(detected(text)).toBe(sense);
  });
});

function detected(text: string) {
  const message = read(text);
  return detectOptOut(message, featuresOf(message));
}
