import { expect, it } from "vitest";
import { nextMonday } from "./next-monday.ts";

it.each([
  ["a Saturday", "2026-11-21T16:00:00Z", "2026-11-23T08:00:00-06:00"],
  ["a Monday", "2026-11-23T16:00:00Z", "2026-11-30T08:00:00-06:00"],
  ["the week in which summer time begins", "2026-03-05T16:00:00Z", "2026-03-09T08:00:00-05:00"],
])("after %s", (_what, now, monday) => {
  expect(nextMonday(Date.parse(now), "America/Chicago")).toBe(monday);
});
