import fc from "fast-check";
import { SegmentedMessage } from "sms-segments-calculator";
import { expect, it } from "vitest";
import { countSegments } from "./segments.ts";

it.each([
  ["", 1],
  ["x".repeat(160), 1],
  ["x".repeat(161), 2],
  ["x".repeat(306), 2],
  ["x".repeat(307), 3],
  ["€".repeat(80), 1],
  ["€".repeat(81), 2],
  ["ñ".repeat(160), 1],
  ["ы".repeat(70), 1],
  ["ы".repeat(71), 2],
  ["😀".repeat(35), 1],
  ["😀".repeat(36), 2],
])("counts the segments of %j as %i", (body, segments) => {
  expect(countSegments(body)).toBe(segments);
});

it("agrees with Twilio's own calculator", () => {
  const character = fc.constantFrom(..."abc €{}ñé\n1.", "ы", "😀", "’");
  fc.assert(
    fc.property(fc.array(character, { minLength: 1, maxLength: 400 }), (characters) => {
      const body = characters.join("");
      expect(countSegments(body)).toBe(new SegmentedMessage(body).segmentsCount);
    }),
  );
});
