import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, dayIn, dayStart, minuteOf, momentAt, weekdayOf, weekOf } from "./days.ts";

const austin = "America/Chicago";

it("begins a day where the business is", () => {
  expect(dayStart("2026-11-26", austin)).toBe("2026-11-26T06:00:00Z");
  expect(dayStart("2026-07-04", austin)).toBe("2026-07-04T05:00:00Z");
});

it("shows the wall clock on days that have 23 and 25 hours", () => {
  expect(momentAt("2026-03-08", 540, austin)).toBe("2026-03-08T14:00:00Z");
  expect(momentAt("2026-11-01", 540, austin)).toBe("2026-11-01T15:00:00Z");
  expect(minuteOf("2026-11-01T15:00:00Z", austin)).toBe(540);
});

it("begins a week on Monday", () => {
  expect(weekOf("2026-11-29")[0]).toBe("2026-11-23");
  expect(weekOf("2026-11-23")[6]).toBe("2026-11-29");
  expect(weekdayOf("2026-11-29")).toBe(7);
});

it("puts every moment into the day that holds it", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (date) => {
      const moment = date.toISOString();
      const day = dayIn(moment, austin);
      expect(Date.parse(dayStart(day, austin))).toBeLessThanOrEqual(date.getTime());
      expect(Date.parse(dayStart(addDays(day, 1), austin))).toBeGreaterThan(date.getTime());
    }),
  );
});
