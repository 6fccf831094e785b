import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentile, ratios, summarise } from "./statistics.ts";

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });

describe("a summary", () => {
  it("takes the middle of an odd number and the mean of the two middle ones of an even number", () => {
    expect(summarise([9, 1, 5])).toEqual({ median: 5, lowest: 1, highest: 9 });
    expect(summarise([4, 1, 2, 10])).toEqual({ median: 3, lowest: 1, highest: 10 });
    expect(summarise([7])).toEqual({ median: 7, lowest: 7, highest: 7 });
  });

  it("has as many values above its median as below", () => {
    fc.assert(
      fc.property(values, (given) => {
        const { median } = summarise(given);
        const below = given.filter((value) => value < median).length;
        const above = given.filter((value) => value > median).length;
        expect(Math.max(above, below)).toBeLessThanOrEqual(given.length / 2);
      }),
    );
  });

  it("refuses to speak of nothing", () => {
    expect(() => summarise([])).toThrow("There are no values.");
  });
});

describe("a percentile", () => {
  it("is the value of the nearest rank", () => {
    const hundred = Array.from({ length: 100 }, (_none, index) => 100 - index);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
  });

  it("is one of the values, and that share of them does not exceed it", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (given, share) => {
        const found = percentile(given, share);
        expect(given).toContain(found);
        expect(given.filter((value) => value <= found).length).toBeGreaterThanOrEqual(share * given.length);
      }),
    );
  });

  it("leaves the values as they were", () => {
    const given = [3, 1, 2];
    percentile(given, 0.5);
    expect(given).toEqual([3, 1, 2]);
  });
});

describe("ratios", () => {
  it("pair what was measured in the same round", () => {
    expect(ratios([10, 30], [5, 10])).toEqual([2, 3]);
  });

  it("need as many rounds on both sides", () => {
    expect(() => ratios([1, 2], [1])).toThrow(RangeError);
  });
});
