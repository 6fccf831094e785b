import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { find, hide, read } from "./message.ts";
import { compile } from "./patterns.ts";

describe("read", () => {
  test.each([
    ["contractions", "I can’t, it's gone", "i can not , it is gone"],
    ["shorthand", "pls come tmrw asap thx", "please come tomorrow asap thanks"],
    ["emphasis", "heeelp the gasss is leeeaking", "help the gas is leaking"],
    ["slips", "smels like smke from the outllet", "smells like smke from the outlet"],
    ["accents", "¿Mañana está bien?", "¿ manana esta bien ?"],
    ["hours", "3pm or 4 p.m.", "3 pm or 4 pm"],
    [
      "what is one word",
      "call 512-555-0134 or a@b.com, see www.x.com",
      "call phonenumber or mailaddress , see weblink",
    ],
    ["a new line", "leaking\nhelp", "leaking . help"],
    ["emoji that mean something", "🛑 ok 🎉", "emojistop ok"],
  ])("%s", (_, raw, plain) => {
    expect(read(raw).plain.trim()).toBe(plain);
  });

  test("keeps the place of every word in the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (raw) => {
        const message = read(raw);
        for (const { start, end } of message.tokens) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(message.text.length);
        }
      }),
    );
  });

  test("covers words without moving the others", () => {
    const message = read("leak at 1420 oak st tomorrow");
    const covered = hide(message, find(message, compile(["oak st"])));
    expect(covered.plain.trim()).toBe("leak at 1420 ~ ~ tomorrow");
    expect(find(covered, compile(["tomorrow"]))).toEqual(find(message, compile(["tomorrow"])));
  });

  test.each([
    ["my sink is leaking", undefined, "en", ["en"]],
    ["se tapó el lavabo", undefined, "es", ["es"]],
    ["mi water heater está tirando agua", undefined, "es", ["es", "en"]],
    ["1420", "es", "es", ["es"]],
    ["1420", undefined, "en", ["en"]],
  ] as const)("%s, hint %s: %s", (text, hint, language, languages) => {
    expect(read(text, hint)).toMatchObject({ language, languages });
  });
});
