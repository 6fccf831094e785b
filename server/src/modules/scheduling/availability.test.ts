import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calendar, findFreeSlots, type SlotSearch, slotFor } from "./availability.ts";

const AUSTIN = "America/Chicago";
const VAN = "00000000-0000-7000-8000-000000000001";
const TRUCK = "00000000-0000-7000-8000-000000000002";

/** Local time in Austin. */
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(AUSTIN).toInstant();

const weekday = { open: "08:00", close: "18:00" };

function calendar(change: Partial<Omit<Calendar, "rules">> & { rules?: Partial<Calendar["rules"]> } = {}): Calendar {
  return {
    timezone: AUSTIN,
    resources: [VAN],
    busy: [],
    ...change,
    rules: {
      business_hours: {
        monday: weekday,
        tuesday: weekday,
        wednesday: weekday,
        thursday: weekday,
        friday: weekday,
        saturday: null,
        sunday: null,
      },
      holidays: [],
      max_jobs_per_day: 20,
      max_concurrent_jobs: 3,
      booking_advance_days: 30,
      travel_buffer_minutes: 30,
      arrival_window_minutes: 120,
      ...change.rules,
    },
  };
}

const TUESDAY_TEN = at("2026-03-03T10:00");

function search(change: Partial<SlotSearch> = {}): SlotSearch {
  const now = change.now ?? TUESDAY_TEN;
  return {
    now,
    from: now,
    to: now.add({ hours: 24 * 7 }),
    durationMinutes: 120,
    preference: {},
    limit: 200,
    ...change,
  };
}

const local = (slot: { start: Temporal.Instant }) =>
  slot.start.toZonedDateTimeISO(AUSTIN).toPlainDateTime().toString({ smallestUnit: "minute" });

describe("free times", () => {
  it("begin after the notice and end before closing", () => {
    const today = findFreeSlots(calendar(), search({ preference: { date: "2026-03-03" } })).map(local);
    expect(today[0]).toBe("2026-03-03T11:00");
    expect(today.at(-1)).toBe("2026-03-03T16:00");
  });

  it("skip weekends and holidays", () => {
    const rules = { holidays: [{ date: "2026-03-06", name: "Founder's day" }] };
    const days = new Set(findFreeSlots(calendar({ rules }), search()).map((slot) => local(slot).slice(0, 10)));
    expect([...days]).toEqual(["2026-03-03", "2026-03-04", "2026-03-05", "2026-03-09", "2026-03-10"]);
  });

  it("leave room to travel between two jobs of one van", () => {
    const busy = [{ resource_id: VAN, start: at("2026-03-04T10:00"), blocked_until: at("2026-03-04T12:30") }];
    const wednesday = findFreeSlots(calendar({ busy }), search({ preference: { date: "2026-03-04" } })).map(local);
    expect(wednesday).not.toContain("2026-03-04T08:00");
    expect(wednesday[0]).toBe("2026-03-04T12:30");
  });

  it("offer the second van when the first is out, but never more than the business can do at once", () => {
    const busy = [{ resource_id: VAN, start: at("2026-03-04T08:00"), blocked_until: at("2026-03-04T18:00") }];
    const both = calendar({ busy, resources: [VAN, TRUCK] });
    const wednesday = search({ preference: { date: "2026-03-04" } });
    expect(findFreeSlots(both, wednesday)[0]?.resource_id).toBe(TRUCK);
    expect(
      findFreeSlots(calendar({ busy, resources: [VAN, TRUCK], rules: { max_concurrent_jobs: 1 } }), wednesday),
    ).toEqual([]);
  });

  it("stop when a day has its jobs", () => {
    const busy = [{ resource_id: TRUCK, start: at("2026-03-04T08:00"), blocked_until: at("2026-03-04T09:00") }];
    const full = calendar({ busy, resources: [VAN, TRUCK], rules: { max_jobs_per_day: 1 } });
    expect(findFreeSlots(full, search({ preference: { date: "2026-03-04" } }))).toEqual([]);
  });

  it("keep to what the customer can do", () => {
    const afternoon = findFreeSlots(
      calendar(),
      search({ preference: { from: "13:00", to: "17:00", excluded: ["2026-03-03"] } }),
    );
    expect(local(afternoon[0] ?? { start: TUESDAY_TEN })).toBe("2026-03-04T13:00");
    expect(afternoon.every((slot) => local(slot).slice(11) >= "13:00" && local(slot).slice(11) < "17:00")).toBe(true);
  });

  it("promise no arrival after closing", () => {
    const last = findFreeSlots(calendar(), search({ durationMinutes: 60, preference: { date: "2026-03-04" } })).at(-1);
    expect(last?.start.toString()).toBe(at("2026-03-04T17:00").toString());
    expect(last?.window_end.toString()).toBe(at("2026-03-04T18:00").toString());
  });

  it("know that the clocks change on 8 March 2026", () => {
    const sunday = calendar({
      rules: { business_hours: { ...calendar().rules.business_hours, sunday: { open: "00:00", close: "06:00" } } },
    });
    const starts = findFreeSlots(sunday, search({ durationMinutes: 60, preference: { date: "2026-03-08" } })).map(
      local,
    );
    expect(starts).not.toContain("2026-03-08T02:00");
    expect(starts).toContain("2026-03-08T03:00");
  });
});

describe("whatever the calendar holds", () => {
  const hour = fc.integer({ min: 0, max: 23 }).map((h) => `${String(h).padStart(2, "0")}:00`);
  const hours = fc.option(fc.record({ open: hour, close: hour }), { nil: null });
  const job = fc.record({
    resource_id: fc.constantFrom(VAN, TRUCK),
    startsIn: fc.integer({ min: -24, max: 24 * 9 }),
    lasts: fc.integer({ min: 1, max: 8 }),
  });

  it("a free time overlaps no job of its resource, respects capacity and lies in the future", () => {
    fc.assert(
      fc.property(
        hours,
        fc.array(job, { maxLength: 20 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 16 }),
        (daily, jobs, atOnce, quarters) => {
          const busy = jobs.map(({ resource_id, startsIn, lasts }) => {
            const start = TUESDAY_TEN.add({ hours: startsIn });
            return { resource_id, start, blocked_until: start.add({ hours: lasts }) };
          });
          const days = Object.fromEntries(
            ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day) => [day, daily]),
          );
          const given = calendar({
            busy,
            resources: [VAN, TRUCK],
            rules: { max_concurrent_jobs: atOnce, business_hours: days as Calendar["rules"]["business_hours"] },
          });
          const durationMinutes = quarters * 15;
          for (const slot of findFreeSlots(given, search({ durationMinutes, limit: 60 }))) {
            const until = slot.end.add({ minutes: given.rules.travel_buffer_minutes });
            const overlapping = busy.filter(
              (other) =>
                Temporal.Instant.compare(other.start, until) < 0 &&
                Temporal.Instant.compare(slot.start, other.blocked_until) < 0,
            );
            expect(overlapping.some((other) => other.resource_id === slot.resource_id)).toBe(false);
            expect(overlapping.length).toBeLessThan(atOnce);
            expect(Temporal.Instant.compare(slot.start, TUESDAY_TEN)).toBe(1);
            expect(slot.end.since(slot.start).total("minutes")).toBe(durationMinutes);
            expect(slotFor(given, slot.start, durationMinutes, slot.resource_id)).not.toBeNull();
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
