import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openingAt } from "./opening.ts";
import { WEEKDAYS } from "./schema.ts";

const AUSTIN = "America/Chicago";
const DAY_MINUTES = 1440;
const WEEK_MINUTES = 7 * DAY_MINUTES;

const nineToFive = { open: "09:00", close: "17:00" };
const week = (hours: Hours | null) => ({
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: hours,
  sunday: hours,
});
type Hours = { open: string; close: string };
const inAustin = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(AUSTIN).toInstant();
const at = (local: string, business_hours = week(nineToFive), holidays = [] as { date: string; name: string }[]) =>
  openingAt({ business_hours, holidays }, AUSTIN, inAustin(local));

describe("a business", () => {
  it("is open from its opening minute until just before its closing minute", () => {
    expect(at("2026-03-03T08:59:59")).toEqual({ kind: "after_hours" });
    expect(at("2026-03-03T09:00")).toEqual({ kind: "open" });
    expect(at("2026-03-03T16:59:59.999")).toEqual({ kind: "open" });
    expect(at("2026-03-03T17:00")).toEqual({ kind: "after_hours" });
  });

  it("stays open past midnight into a day on which it is closed", () => {
    const fridayNight = { ...week(null), friday: { open: "18:00", close: "02:00" } };
    expect(at("2026-03-06T23:30", fridayNight)).toEqual({ kind: "open" });
    expect(at("2026-03-07T01:59", fridayNight)).toEqual({ kind: "open" });
    expect(at("2026-03-07T02:00", fridayNight)).toEqual({ kind: "after_hours" });
    expect(at("2026-03-06T01:00", fridayNight)).toEqual({ kind: "after_hours" });
  });

  it("is open around the clock when it closes at the time at which it opens", () => {
    const always = week({ open: "00:00", close: "00:00" });
    expect(at("2026-03-03T00:00", always)).toEqual({ kind: "open" });
    expect(at("2026-03-03T23:59:59", always)).toEqual({ kind: "open" });
  });

  it("keeps a holiday for the whole of its local date, and says which", () => {
    const christmas = [{ date: "2026-12-25", name: "Christmas" }];
    expect(at("2026-12-25T00:00", undefined, christmas)).toEqual({ kind: "holiday", name: "Christmas" });
    expect(at("2026-12-25T23:59", undefined, christmas)).toEqual({ kind: "holiday", name: "Christmas" });
    expect(at("2026-12-26T10:00", undefined, christmas)).toEqual({ kind: "open" });
  });

  it("finishes the night before a holiday, and does not begin the holiday's own night", () => {
    const nights = week({ open: "20:00", close: "04:00" });
    const christmas = [{ date: "2026-12-25", name: "Christmas" }];
    expect(at("2026-12-25T03:00", nights, christmas)).toEqual({ kind: "open" });
    expect(at("2026-12-25T21:00", nights, christmas)).toEqual({ kind: "holiday", name: "Christmas" });
    expect(at("2026-12-26T03:00", nights, christmas)).toEqual({ kind: "after_hours" });
  });

  it("follows the clock on the wall through both changes of the hour", () => {
    // 2026-03-08: 02:00 CST becomes 03:00 CDT. 2026-11-01: 02:00 CDT becomes 01:00 CST.
    const opensAt = (utc: string) =>
      openingAt({ business_hours: week(nineToFive), holidays: [] }, AUSTIN, Temporal.Instant.from(utc)).kind;
    expect(opensAt("2026-03-07T15:00:00Z")).toBe("open");
    expect(opensAt("2026-03-08T14:00:00Z")).toBe("open");
    expect(opensAt("2026-03-08T13:59:59Z")).toBe("after_hours");
    expect(opensAt("2026-11-01T14:59:59Z")).toBe("after_hours");
    expect(opensAt("2026-11-01T15:00:00Z")).toBe("open");
  });
});

const clockTime = fc
  .integer({ min: 0, max: DAY_MINUTES - 1 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`);
const hours = fc.option(fc.record({ open: clockTime, close: clockTime }));
const anyWeek = fc.record(
  Object.fromEntries(WEEKDAYS.map((day) => [day, hours])) as Record<(typeof WEEKDAYS)[number], typeof hours>,
);
const anyMoment = fc
  .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2032, 0) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
const anyZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));

describe("for any hours, zone and moment", () => {
  it("the minutes of the week that are covered by an opening are the ones that are open", () => {
    fc.assert(
      fc.property(anyWeek, anyZone, anyMoment, (business_hours, zone, moment) => {
        const covered = new Set(WEEKDAYS.flatMap((day, index) => minutesOf(business_hours[day], index * DAY_MINUTES)));
        const local = moment.toZonedDateTimeISO(zone);
        const minute = (local.dayOfWeek - 1) * DAY_MINUTES + local.hour * 60 + local.minute;
        const { kind } = openingAt({ business_hours, holidays: [] }, zone, moment);
        expect(kind).toBe(covered.has(minute) ? "open" : "after_hours");
      }),
    );
  });

  it("only what the clock on the wall shows matters", () => {
    fc.assert(
      fc.property(anyWeek, anyZone, anyMoment, (business_hours, zone, moment) => {
        const rules = { business_hours, holidays: [] };
        const sameWall = moment.toZonedDateTimeISO(zone).toPlainDateTime().toZonedDateTime("UTC").toInstant();
        expect(openingAt(rules, zone, moment)).toEqual(openingAt(rules, "UTC", sameWall));
      }),
    );
  });

  it("a holiday is named unless the night before still lasts, and takes its own hours away", () => {
    fc.assert(
      fc.property(anyWeek, anyZone, anyMoment, (business_hours, zone, moment) => {
        const date = moment.toZonedDateTimeISO(zone).toPlainDate();
        const holidays = [{ date: date.toString(), name: "Founder's day" }];
        const weekday = WEEKDAYS[date.dayOfWeek - 1];
        const withoutToday = weekday === undefined ? business_hours : { ...business_hours, [weekday]: null };
        const nightLasts = openingAt({ business_hours: withoutToday, holidays: [] }, zone, moment).kind === "open";
        expect(openingAt({ business_hours, holidays }, zone, moment)).toEqual(
          nightLasts ? { kind: "open" } : { kind: "holiday", name: "Founder's day" },
        );
      }),
    );
  });
});

/** The minutes of the week, from Monday 00:00, of an opening that begins on the day with this offset. */
function minutesOf(opening: Hours | null, offset: number): number[] {
  if (opening === null) return [];
  const [from, to] = [opening.open, opening.close].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  const length = ((to ?? 0) - (from ?? 0) + DAY_MINUTES - 1) % DAY_MINUTES;
  return Array.from({ length: length + 1 }, (_, index) => (offset + (from ?? 0) + index) % WEEK_MINUTES);
}
