import { describe, expect, it } from "vitest";
import type { Settings } from "#tenants";
import { noTime, type WantedTime } from "#understanding";
import { findTimes, type Place, preferenceOf } from "./find-times.ts";
import { newSession, type Session } from "./policy/session.ts";
import { openHouse } from "./testing/house.ts";

const weekday = { open: "08:00", close: "17:00" };
const AUSTIN = {
  name: "Rivera Plumbing",
  zone: "America/Chicago",
  hours: { monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: weekday },
  zip: "78704",
  radius_miles: 25,
  now: "2026-03-03T10:00:00-06:00", // a Tuesday
};

async function times(wish: Partial<WantedTime> | null, talk: Partial<Session> = {}, settings: Partial<Settings> = {}) {
  const house = openHouse({ id: "x", lang: "en", trade: "plumbing", business: AUSTIN, turns: ["hi"] }, settings);
  const place: Place = { settings: house.facts.settings, timezone: AUSTIN.zone, fewestHours: 1 };
  const session = { ...newSession({ language: "en", name: null, address: null }), ...talk };
  return findTimes({ ...session, wish: wish === null ? null : { ...noTime, ...wish } }, place, house.lookup);
}

const local = (slots: readonly { date: string; from: string }[]) => slots.map(({ date, from }) => `${date} ${from}`);

describe("free times for a wish", () => {
  it("are none without a wish, but for the soonest", async () => {
    const { fitting, nearest, soonest } = await times(null);
    expect([fitting, nearest]).toEqual([[], []]);
    expect(local(soonest)[0]).toBe("2026-03-03 11:00");
  });

  it("meet an exact hour at it, or in the half hour before it", async () => {
    expect(local((await times({ kind: "exact", date: "2026-03-04", from: "14:00" })).fitting)).toEqual([
      "2026-03-04 14:00",
    ]);
    expect(local((await times({ kind: "exact", date: "2026-03-04", from: "14:15" })).fitting)).toEqual([
      "2026-03-04 14:00",
    ]);
    expect(local((await times({ kind: "exact", from: "09:00" })).fitting).slice(0, 2)).toEqual([
      "2026-03-04 09:00",
      "2026-03-05 09:00",
    ]);
  });

  it("put what surely comes before noon before what only begins before it", async () => {
    const { fitting } = await times({ kind: "window", date: "2026-03-04", from: "08:00", to: "12:00" });
    expect(local(fitting)[0]).toBe("2026-03-04 08:00");
    expect(fitting.findIndex((slot) => slot.to > "12:00")).toBe(5);
  });

  it("allow a short visit late in the day", async () => {
    const { fitting } = await times({ kind: "exact", date: "2026-03-04", from: "16:00" });
    expect(local(fitting)).toEqual(["2026-03-04 16:00"]);
    expect(fitting[0]?.end).toBe("2026-03-04T23:00:00Z");
  });

  it("fall back to the nearest hour of the day, then to the hour on a later day", async () => {
    const evening = await times({ kind: "exact", date: "2026-03-04", from: "20:00" });
    expect(evening.fitting).toEqual([]);
    expect(local(evening.nearest)[0]).toBe("2026-03-04 15:00");
    const sunday = await times({ kind: "exact", date: "2026-03-08", from: "10:00" });
    expect(local(sunday.nearest).slice(0, 2)).toEqual(["2026-03-09 10:00", "2026-03-10 10:00"]);
  });

  it("begin after the times that were too early", async () => {
    const { soonest } = await times(null, { later_than: "2026-03-04T18:00:00Z" });
    expect(local(soonest)[0]).toBe("2026-03-04 12:00");
  });
});

describe("an emergency", () => {
  const urgent: Partial<Session> = { level: "urgent" };
  const atNight = { emergency_service_enabled: true, emergency_after_hours: true };

  it("is served outside the hours where the business does so, at its rate", async () => {
    const { fitting } = await times({ kind: "exact", date: "2026-03-03", from: "20:00" }, urgent, atNight);
    expect(fitting[0]).toMatchObject({ date: "2026-03-03", from: "20:00", rate: "evening" });
    const { soonest } = await times(null, { ...urgent, later_than: "2026-03-07T16:00:00Z" }, atNight);
    expect(soonest[0]).toMatchObject({ date: "2026-03-07", rate: "weekend" });
  });

  it("waits for the hours where it does not", async () => {
    expect((await times({ kind: "exact", date: "2026-03-03", from: "20:00" }, urgent)).fitting).toEqual([]);
    expect((await times({ kind: "exact", date: "2026-03-03", from: "20:00" }, {}, atNight)).fitting).toEqual([]);
  });
});

it("turns words about time into limits of the search", () => {
  expect(preferenceOf({ ...noTime, kind: "exact", from: "00:10" })).toEqual({ from: "00:00", to: "00:11" });
  expect(preferenceOf({ ...noTime, kind: "relative", date: "2026-03-03", from: "12:00" })).toEqual({
    date: "2026-03-03",
    from: "11:31",
  });
  expect(preferenceOf({ ...noTime, not_before: "2026-03-09", excluded: ["2026-03-10"] })).toEqual({
    not_before: "2026-03-09",
    excluded: ["2026-03-10"],
  });
});
