import fc from "fast-check";
import { expect, it } from "vitest";
import { place, type Span } from "./placement.ts";

const spans = fc.array(
  fc
    .tuple(fc.nat(1380), fc.integer({ min: 15, max: 240 }))
    .map(([from, length]): Span => ({ from, to: from + length })),
  { maxLength: 30 },
);
const overlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

it("keeps what does not overlap at full width", () => {
  const morning = { from: 480, to: 600 };
  const noon = { from: 600, to: 720 };
  expect(place([noon, morning], (span) => span)).toEqual([
    { item: morning, lane: 0, lanes: 1 },
    { item: noon, lane: 0, lanes: 1 },
  ]);
});

it("never lets two that overlap share a lane, nor differ in the number of lanes", () => {
  fc.assert(
    fc.property(spans, (items) => {
      const placed = place(items, (span) => span);
      expect(placed).toHaveLength(items.length);
      for (const [index, one] of placed.entries()) {
        expect(one.lane).toBeLessThan(one.lanes);
        for (const other of placed.slice(index + 1)) {
          if (!overlap(one.item, other.item)) continue;
          expect(one.lane).not.toBe(other.lane);
          expect(one.lanes).toBe(other.lanes);
        }
      }
    }),
  );
});
