import { expect, test } from "vitest";
import { testClock } from "../../test/kit/clock.ts";
import { systemIds } from "./ids.ts";

test("ids are version 7 and carry the clock's milliseconds", () => {
  const id = systemIds(testClock("2026-03-03T16:00:00Z")).id();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const milliseconds = Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
  expect(milliseconds).toBe(Date.parse("2026-03-03T16:00:00Z"));
});

test("ids made while the clock stands still are listed in the order in which they were made", () => {
  const ids = systemIds(testClock("2026-03-03T16:00:00Z"));
  const made = Array.from({ length: 10_000 }, () => ids.id());
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});
