import { expect, it } from "vitest";
import { rateTimeAt } from "./rate-time.ts";

const weekday = { open: "08:00", close: "17:00" };
const settings = {
  business_hours: {
    monday: weekday,
    tuesday: weekday,
    wednesday: weekday,
    thursday: weekday,
    friday: weekday,
    saturday: { open: "09:00", close: "12:00" },
    sunday: null,
  },
  holidays: [{ date: "2026-11-26", name: "Thanksgiving" }],
};

it.each([
  ["2026-03-03T10:00", "normal"],
  ["2026-03-03T19:00", "evening"],
  ["2026-03-03T22:00", "night"],
  ["2026-03-03T06:59", "night"],
  ["2026-03-03T07:30", "normal"],
  ["2026-03-07T10:00", "normal"],
  ["2026-03-07T14:00", "weekend"],
  ["2026-03-08T23:00", "night"],
  ["2026-11-26T10:00", "weekend"],
])("a visit at %s costs the %s rate", (local, rate) => {
  const moment = Temporal.PlainDateTime.from(local).toZonedDateTime("America/Chicago").toInstant();
  expect(rateTimeAt(settings, "America/Chicago", moment)).toBe(rate);
});
