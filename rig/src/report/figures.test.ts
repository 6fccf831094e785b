import { expect, it } from "vitest";
import { figure, withSpread } from "./figures.ts";

it.each([
  [12_345.6, "12,346"],
  [123.45, "123"],
  [12.345, "12.3"],
  [0.12345, "0.123"],
  [0, "0"],
])("shows %f as %s", (value, shown) => {
  expect(figure(value)).toBe(shown);
});

it("shows the spread beside the median", () => {
  expect(withSpread({ median: 2, lowest: 1.5, highest: 1000 })).toBe("2 (1.5 to 1,000)");
});
