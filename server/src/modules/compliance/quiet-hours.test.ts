import fc from "fast-check";
import { expect, test } from "vitest";
import { FEDERAL_HOURS, hoursRulesFor, REGIONAL_HOURS } from "./hours-rules.ts";
import { regionOfPhone, zonesOfPhone } from "./places.ts";
import { quietHours } from "./quiet-hours.ts";

const at = (text: string) => Temporal.Instant.from(text);
const YEAR = at("2026-01-01T00:00:00Z");
const QUARTERS_OF_A_YEAR = 365 * 96;
const ZONES = [
  "America/New_York",
  "America/Detroit",
  "America/Indiana/Indianapolis",
  "America/Chicago",
  "America/Denver",
  "America/Boise",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "America/Adak",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
];

/** Reads the minutes since midnight off a wall clock there, by an implementation that is not ours. */
function wallClock(zone: string): (moment: Temporal.Instant) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (moment) => {
    const [hour, , minute] = format.formatToParts(moment.epochMilliseconds).map(({ value }) => Number(value));
    return Number(hour) * 60 + Number(minute);
  };
}

test.each(ZONES)(
  "a whole year in %s, every quarter of an hour: never before 8, never from 9 in the evening",
  (zone) => {
    const wrong: string[] = [];
    const readClock = wallClock(zone);
    for (let quarter = 0; quarter < QUARTERS_OF_A_YEAR; quarter++) {
      const moment = YEAR.add({ minutes: 15 * quarter });
      const minutes = readClock(moment);
      const isOpen = minutes >= 8 * 60 && minutes < 21 * 60;
      if (quietHours(moment, [zone], [FEDERAL_HOURS]).quiet === isOpen) wrong.push(moment.toString());
    }
    expect(wrong).toEqual([]);
  },
);

const moments = fc.integer({ min: 0, max: QUARTERS_OF_A_YEAR * 15 }).map((minutes) => YEAR.add({ minutes }));
const zones = fc.uniqueArray(fc.constantFrom(...ZONES), { minLength: 1, maxLength: 4 });
const regions = fc.constantFrom(null, ...new Set(REGIONAL_HOURS.map((rule) => rule.region)));

test("what is open in all zones is open, and the strictest zone decides", () => {
  fc.assert(
    fc.property(moments, zones, (now, several) => {
      const each = several.map((zone) => quietHours(now, [zone], [FEDERAL_HOURS]).quiet);
      expect(quietHours(now, several, [FEDERAL_HOURS]).quiet).toBe(each.includes(true));
    }),
  );
});

test("the promised end of the quiet is open, and no quarter of an hour before it is", () => {
  fc.assert(
    fc.property(moments, zones, regions, (now, several, region) => {
      const rules = hoursRulesFor("solicitation", region, now);
      const decision = quietHours(now, several, rules);
      if (!decision.quiet) return;
      expect(Temporal.Instant.compare(decision.until, now)).toBe(1);
      expect(quietHours(decision.until, several, rules).quiet).toBe(false);
      for (
        let earlier = now;
        Temporal.Instant.compare(earlier, decision.until) < 0;
        earlier = earlier.add({ minutes: 15 })
      )
        expect(quietHours(earlier, several, rules).quiet).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("the hours of both clock changes of 2026 in New York stay those of the wall", () => {
  const quiet = (text: string) => quietHours(at(text), ["America/New_York"], [FEDERAL_HOURS]).quiet;
  expect([quiet("2026-03-08T11:59:00Z"), quiet("2026-03-08T12:00:00Z")]).toEqual([true, false]);
  expect([quiet("2026-11-01T12:59:00Z"), quiet("2026-11-01T13:00:00Z")]).toEqual([true, false]);
});

test("states narrow the hours, from their date on", () => {
  const lateEvening = at("2026-03-03T01:30:00Z");
  expect(quietHours(lateEvening, ["America/New_York"], hoursRulesFor("solicitation", "NY", lateEvening))).toEqual({
    quiet: false,
  });
  expect(quietHours(lateEvening, ["America/New_York"], hoursRulesFor("solicitation", "FL", lateEvening))).toMatchObject(
    {
      quiet: true,
      rule: { id: "fl_hours" },
      localTime: "20:30",
      until: at("2026-03-03T13:00:00Z"),
    },
  );
  const before = at("2020-03-03T01:30:00Z");
  expect(quietHours(before, ["America/New_York"], hoursRulesFor("solicitation", "FL", before)).quiet).toBe(false);
});

test("a Sunday without hours opens on Monday", () => {
  const sunday = at("2026-03-01T18:00:00Z");
  expect(quietHours(sunday, ["America/Chicago"], hoursRulesFor("solicitation", "AL", sunday))).toMatchObject({
    until: at("2026-03-02T14:00:00Z"),
  });
});

test("a number tells where its owner may live", () => {
  expect(zonesOfPhone("+15125550142")).toEqual(["America/Chicago"]);
  expect(zonesOfPhone("+18505550142")).toEqual(expect.arrayContaining(["America/Chicago", "America/New_York"]));
  expect(zonesOfPhone("+18005550142").length).toBeGreaterThan(5);
  expect([regionOfPhone("+15125550142"), regionOfPhone("+12035550142"), regionOfPhone("+18005550142")]).toEqual([
    "TX",
    "CT",
    null,
  ]);
});
