import { expect, it } from "vitest";
import { noTime, type WantedTime } from "#understanding";
import { whyNot } from "./why-not.ts";

const weekday = { open: "08:00", close: "17:00" };
const rules = {
  business_hours: {
    monday: weekday,
    tuesday: weekday,
    wednesday: weekday,
    thursday: weekday,
    friday: weekday,
    saturday: null,
    sunday: null,
  },
  holidays: [{ date: "2026-03-06", name: "Founders' Day" }],
  booking_advance_days: 30,
};
const now = Temporal.ZonedDateTime.from("2026-03-03T10:00[America/Chicago]");

it.each<[string, Partial<WantedTime>, unknown]>([
  ["a day that has passed", { kind: "date", date: "2026-03-02" }, { why: "past" }],
  ["a day beyond the horizon", { kind: "date", date: "2026-05-01" }, { why: "too_far" }],
  ["a Sunday", { kind: "date", date: "2026-03-08" }, { why: "closed_day", date: "2026-03-08" }],
  ["a holiday", { kind: "date", date: "2026-03-06" }, { why: "holiday", date: "2026-03-06", holiday: "Founders' Day" }],
  ["eight in the evening", { kind: "exact", date: "2026-03-04", from: "20:00" }, { why: "outside_hours" }],
  ["before opening", { kind: "window", date: "2026-03-04", to: "08:00" }, { why: "outside_hours" }],
  ["an evening of any day", { kind: "window", from: "18:00", to: "21:00" }, { why: "outside_hours" }],
  ["an hour inside the hours", { kind: "exact", date: "2026-03-04", from: "08:00" }, { why: "taken" }],
])("tells why %s cannot be had", (_what, wish, reason) => {
  expect(whyNot({ ...noTime, ...wish }, rules, now)).toEqual(reason);
});
