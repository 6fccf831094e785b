import { expect, test } from "vitest";
import { understand } from "../understand.ts";

const zone = "America/Chicago";

test.each([
  ["the first monday of the month", "2026-04-06"],
  ["the last friday of this month", "2026-03-27"],
  ["the first monday of next month", "2026-04-06"],
  ["the first monday of january", "2027-01-04"],
  ["el primer lunes del mes", "2026-04-06"],
])("%s is on %s", (text, date) => {
  const { time } = understand({ text, context: "time", now: "2026-03-04T10:00:00-06:00", zone });
  expect(time).toMatchObject({ kind: "date", date });
});

test.each([
  ["half three", "15:30"],
  ["tomorrow at half 9", "09:30"],
  ["half past three", "15:30"],
  ["half ten pm", "22:30"],
])("%s is at %s", (text, from) => {
  const { time } = understand({ text, context: "time", now: "2026-03-04T10:00:00-06:00", zone });
  expect(time).toMatchObject({ kind: "exact", from });
});

test("half an hour is no hour of the clock", () => {
  const { time } = understand({ text: "in half an hour", context: "time", now: "2026-03-04T10:00:00-06:00", zone });
  expect(time).toMatchObject({ kind: "relative", from: "10:30" });
});
