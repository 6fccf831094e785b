import { expect, it } from "vitest";
import { openSpan, shownSpan, visitSpan } from "./hours.ts";

const day = { open: "08:00", close: "18:00" };
const settings = {
  business_hours: {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: { open: "16:00", close: "02:00" },
    saturday: null,
    sunday: null,
  },
  holidays: [{ date: "2026-11-26", name: "Thanksgiving" }],
};

it.each([
  ["a weekday", "2026-11-23", { from: 480, to: 1080 }],
  ["an evening that closes after midnight", "2026-11-27", { from: 960, to: 1440 }],
  ["a closed day", "2026-11-28", null],
  ["a holiday", "2026-11-26", null],
])("knows %s", (_what, date, span) => {
  expect(openSpan(settings, date)).toEqual(span);
});

it("shows whole hours around what is open, and the usual ones when nothing is", () => {
  expect(shownSpan([{ from: 480, to: 1080 }], [], "America/Chicago")).toEqual({ from: 420, to: 1140 });
  expect(shownSpan([null], [], "America/Chicago")).toEqual({ from: 420, to: 1140 });
});

it("cuts a visit at midnight", () => {
  const night = { scheduled_start: "2026-11-24T05:00:00Z", scheduled_end: "2026-11-24T07:00:00Z" };
  expect(visitSpan(night, "America/Chicago")).toEqual({ from: 1380, to: 1440 });
});
