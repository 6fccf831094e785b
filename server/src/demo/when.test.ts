import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentOf } from "./when.ts";

const AUSTIN = "America/Chicago";
const inAustin = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(AUSTIN).toInstant();
const ago = (minutesAgo: number, now: string) => momentOf({ minutesAgo }, inAustin(now), AUSTIN);

describe("the moment of a scene", () => {
  it("is on an earlier day by the clock on the wall, across a change of the hour too", () => {
    const now = inAustin("2026-03-10T15:00");
    expect(momentOf({ daysAgo: 0, at: "08:00" }, now, AUSTIN)).toEqual(inAustin("2026-03-10T08:00"));
    expect(momentOf({ daysAgo: 6, at: "09:12" }, now, AUSTIN)).toEqual(inAustin("2026-03-04T09:12"));
  });

  it("is so long ago, or so long before people went to sleep", () => {
    expect(ago(30, "2026-03-10T15:00")).toEqual(inAustin("2026-03-10T14:30"));
    expect(ago(30, "2026-03-10T23:45")).toEqual(inAustin("2026-03-10T20:30"));
    expect(ago(30, "2026-03-10T05:00")).toEqual(inAustin("2026-03-09T20:30"));
  });

  it("that is minutes ago is never in the future, and never in the night", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 366 * 24 * 60 }),
        fc.integer({ min: 1, max: 110 }),
        (minute, minutesAgo) => {
          const now = Temporal.Instant.from("2026-01-01T00:00:00Z").add({ minutes: minute });
          const moment = momentOf({ minutesAgo }, now, AUSTIN);
          expect(Temporal.Instant.compare(moment, now)).toBe(-1);
          const { hour } = moment.toZonedDateTimeISO(AUSTIN);
          expect(hour).toBeGreaterThanOrEqual(7);
          expect(hour).toBeLessThan(21);
        },
      ),
    );
  });
});
