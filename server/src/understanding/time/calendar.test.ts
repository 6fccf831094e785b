import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comingWeekday, dayOfMonth, easter, monthDay, nthWeekday, pastWeekday, weekdayOfNextWeek } from "./calendar.ts";

const today = fc.integer({ min: 0, max: 3000 }).map((days) => Temporal.PlainDate.from("2024-01-01").add({ days }));
const weekday = fc.integer({ min: 1, max: 7 });
const away = (from: Temporal.PlainDate, to: Temporal.PlainDate) => from.until(to).days;

describe("calendar", () => {
  test("a coming weekday is within a week, after today; a past one before it", () => {
    fc.assert(
      fc.property(today, weekday, (day, wanted) => {
        const coming = comingWeekday(day, wanted);
        expect(coming.dayOfWeek).toBe(wanted);
        expect(away(day, coming)).toBeGreaterThanOrEqual(1);
        expect(away(day, coming)).toBeLessThanOrEqual(7);
        expect(away(pastWeekday(day, wanted), coming)).toBe(day.dayOfWeek === wanted ? 14 : 7);
      }),
    );
  });

  test("a weekday of next week is in the calendar week after today's", () => {
    fc.assert(
      fc.property(today, weekday, (day, wanted) => {
        const found = weekdayOfNextWeek(day, wanted);
        expect(found.dayOfWeek).toBe(wanted);
        expect(found.weekOfYear).toBe(day.add({ weeks: 1 }).weekOfYear);
      }),
    );
  });

  test("a day of the month is the next one that exists", () => {
    expect(dayOfMonth(Temporal.PlainDate.from("2026-01-31"), 30)?.toString()).toBe("2026-03-30");
    expect(monthDay(Temporal.PlainDate.from("2026-03-04"), 2, 30)).toBeNull();
    expect(monthDay(Temporal.PlainDate.from("2026-03-04"), 3, 3)?.toString()).toBe("2027-03-03");
  });

  test("Easter is a Sunday from March 22 to April 25", () => {
    expect([2024, 2025, 2026, 2038].map((year) => easter(year).toString())).toEqual([
      "2024-03-31",
      "2025-04-20",
      "2026-04-05",
      "2038-04-25",
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
        const day = easter(year);
        expect(day.dayOfWeek).toBe(7);
        expect(day.toString() >= `${year}-03-22` && day.toString() <= `${year}-04-25`).toBe(true);
      }),
    );
  });

  test("the last Monday of May 2026 is the 25th, the fourth Thursday of November the 26th", () => {
    expect(nthWeekday(2026, 5, 1, -1).toString()).toBe("2026-05-25");
    expect(nthWeekday(2026, 11, 4, 4).toString()).toBe("2026-11-26");
  });
});
