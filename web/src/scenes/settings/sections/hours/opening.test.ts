import { expect, it } from "vitest";
import { openingAt } from "./opening.ts";

const weekday = { open: "08:00", close: "18:00" };
const settings = {
  business_hours: {
    monday: weekday,
    tuesday: weekday,
    wednesday: weekday,
    thursday: weekday,
    friday: { open: "16:00", close: "02:00" },
    saturday: { open: "06:00", close: "06:00" },
    sunday: null,
  },
  holidays: [
    { date: "2026-11-26", name: "Thanksgiving" },
    { date: "2026-12-05", name: "Inventory" },
  ],
};

it.each([
  ["2026-11-23T07:59", { kind: "after_hours" }],
  ["2026-11-23T08:00", { kind: "open", until: "18:00" }],
  ["2026-11-23T17:59", { kind: "open", until: "18:00" }],
  ["2026-11-23T18:00", { kind: "after_hours" }],
  ["2026-11-26T12:00", { kind: "holiday", name: "Thanksgiving" }],
  ["2026-11-27T23:30", { kind: "open", until: "02:00" }],
  ["2026-11-28T01:30", { kind: "open", until: "02:00" }],
  ["2026-11-28T02:00", { kind: "after_hours" }],
  ["2026-11-28T06:00", { kind: "open", until: "06:00" }],
  ["2026-11-29T05:59", { kind: "open", until: "06:00" }],
  ["2026-11-29T12:00", { kind: "after_hours" }],
  ["2026-12-05T01:00", { kind: "open", until: "02:00" }],
])("at %s", (moment, opening) => {
  expect(openingAt(settings, Temporal.PlainDateTime.from(moment))).toEqual(opening);
});
