import { expect, test } from "vitest";
import { understand } from "../understand.ts";
import { spokenNumber } from "./spoken-number.ts";

test.each([
  ["not 12 Oak St", null, null],
  ["not 12 oak st, it's 14 elm st", "14", "Elm St"],
  ["hwy 290 W and FM 1826", null, "Hwy 290 W and FM 1826"],
  ["14205 hwy 290 W", "14205", "Hwy 290 W"],
  ["two thousand hundred main st", "2100", "Main St"],
  ["twelve hundred main st", "1200", "Main St"],
  ["my PO Box is 450 Oak St", "450", "Oak St"],
  ["my PO Box is 450, I live at 12 Elm St", "12", "Elm St"],
])("%s: number %s, street %s", (text, number, street) => {
  const { address } = understand({ text, context: "address" });
  expect([address?.number ?? null, address?.street ?? null]).toEqual([number, street]);
});

test.each([
  ["two hundred and ten", "210"],
  ["one hundred thousand thousand", "1000001000"],
  ["hundred hundred", "100100"],
])("%s is %s: each word counts what comes before it once", (said, digits) => {
  expect(spokenNumber(said.split(" "))?.digits).toBe(digits);
});
