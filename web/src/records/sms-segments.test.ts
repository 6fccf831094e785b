import fc from "fast-check";
import { SegmentedMessage } from "sms-segments-calculator";
import { expect, it } from "vitest";
import { measureSms } from "./sms-segments.ts";

it.each([
  ["", "GSM-7", 1, 160],
  ["a".repeat(160), "GSM-7", 1, 0],
  ["a".repeat(161), "GSM-7", 2, 145],
  ["€".repeat(80), "GSM-7", 1, 0],
  ["é¿ñ", "GSM-7", 1, 157],
  ["á", "UCS-2", 1, 69],
  ["👍".repeat(35), "UCS-2", 1, 0],
  ["👍".repeat(36), "UCS-2", 2, 61],
])("measures %j", (body, encoding, segments, left) => {
  expect(measureSms(body)).toMatchObject({ encoding, segments, left });
});

it("names the character that costs the room", () => {
  expect(measureSms("Está bien").costly).toBe("á");
  expect(measureSms("Esta bien").costly).toBeNull();
});

it("counts the segments that Twilio counts", () => {
  const alphabet = fc.constantFrom(..."abc {}€ñéá👍\n");
  fc.assert(
    fc.property(fc.array(alphabet, { minLength: 1, maxLength: 400 }), (characters) => {
      const body = characters.join("");
      expect(measureSms(body).segments).toBe(new SegmentedMessage(body, "auto").segmentsCount);
    }),
  );
});
