import { expect, it } from "vitest";
import { mayStillCome, windowOf } from "./window.ts";

const NOW = Temporal.Instant.from("2026-03-03T16:00:00Z");
const ago = (hours: number) => NOW.subtract({ hours });

it("a window begins a day before the end of the last one, so that what moved or was priced late is met again", () => {
  expect(windowOf(ago(1), NOW)).toEqual({ from: ago(25), until: NOW });
  expect(windowOf(null, NOW)).toEqual({ from: ago(24), until: NOW });
});

it("a window reaches back over a downtime of any length", () => {
  expect(windowOf(ago(24 * 40), NOW).from).toEqual(ago(24 * 41));
});

it("a person may look further back, never less far", () => {
  expect(windowOf(ago(1), NOW, ago(100)).from).toEqual(ago(100));
  expect(windowOf(ago(1), NOW, ago(2)).from).toEqual(ago(25));
});

it("what happened within the last minute and a quarter may still be reported", () => {
  expect(mayStillCome(NOW.subtract({ seconds: 74 }), NOW)).toBe(true);
  expect(mayStillCome(NOW.subtract({ seconds: 75 }), NOW)).toBe(false);
  // The carrier's clock may be ahead of ours.
  expect(mayStillCome(NOW.add({ seconds: 300 }), NOW)).toBe(true);
});
