import { describe, expect, it } from "vitest";
import { noTime, type WantedTime } from "#understanding";
import { VANS } from "../testing/house.ts";
import type { OfferedSlot } from "./session.ts";
import { fits, isPrecise, limits, mergeWish } from "./wish.ts";

const wish = (change: Partial<WantedTime>): WantedTime => ({ ...noTime, ...change });
const nothingYet = { wish: null, chosen: null, offered: [], visitDay: null };

function slot(date: string, from: string, to: string): OfferedSlot {
  const at = (time: string) => `${date}T${time}:00Z`;
  const window = { window_start: at(from), window_end: at(to), date, from, to };
  return { start: at(from), end: at(to), ...window, resource_id: VANS[0], rate: "normal" };
}

const TUESDAY = slot("2026-03-03", "14:00", "16:00");
const WEDNESDAY = slot("2026-03-04", "08:00", "10:00");

describe("a wish, word after word", () => {
  it("keeps the day of the time that is read back when only the hour changes", () => {
    const three = mergeWish({ ...nothingYet, chosen: TUESDAY }, wish({ kind: "exact", from: "15:00" }));
    expect(three).toMatchObject({ kind: "exact", date: "2026-03-03", from: "15:00" });
  });

  it("takes the day of the offers when they are all of one", () => {
    const at = wish({ kind: "exact", from: "09:00" });
    expect(mergeWish({ ...nothingYet, offered: [WEDNESDAY] }, at).date).toBe("2026-03-04");
    expect(mergeWish({ ...nothingYet, offered: [TUESDAY, WEDNESDAY] }, at).date).toBeNull();
  });

  it("takes the day of the visit that is to be moved", () => {
    const three = wish({ kind: "exact", from: "15:00" });
    expect(mergeWish({ ...nothingYet, visitDay: "2026-03-06" }, three).date).toBe("2026-03-06");
  });

  it("keeps hours that were said without a day, and forgets those of another day", () => {
    const thursday = wish({ kind: "date", date: "2026-03-05" });
    const afterFour = wish({ kind: "window", from: "16:00" });
    expect(mergeWish({ ...nothingYet, wish: afterFour }, thursday)).toMatchObject({
      date: "2026-03-05",
      from: "16:00",
    });
    const tomorrowAtTwo = wish({ kind: "exact", date: "2026-03-04", from: "14:00" });
    expect(mergeWish({ ...nothingYet, wish: tomorrowAtTwo }, thursday)).toMatchObject({
      date: "2026-03-05",
      from: null,
    });
  });

  it("forgets hours that cannot be had", () => {
    const sixPm = wish({ kind: "exact", from: "18:00" });
    const told = mergeWish(
      { ...nothingYet, wish: sixPm, offered: [TUESDAY] },
      wish({ kind: "date", date: "2026-03-04" }),
    );
    expect(told).toMatchObject({ date: "2026-03-04", from: null });
  });

  it("lets a day that is ruled out stay ruled out, until it is asked for", () => {
    const notWednesday = mergeWish(nothingYet, wish({ excluded: ["2026-03-04"] }));
    const morning = mergeWish(
      { ...nothingYet, wish: notWednesday },
      wish({ kind: "window", from: "08:00", to: "12:00" }),
    );
    expect(morning.excluded).toEqual(["2026-03-04"]);
    const after = mergeWish({ ...nothingYet, wish: morning }, wish({ kind: "date", date: "2026-03-04" }));
    expect(after).toMatchObject({ date: "2026-03-04", excluded: [] });
  });

  it("gives up everything for as soon as possible", () => {
    const before = { ...nothingYet, wish: wish({ kind: "date", date: "2026-03-09" }) };
    expect(mergeWish(before, wish({ kind: "asap" }))).toEqual(wish({ kind: "asap" }));
  });
});

describe("a free time", () => {
  it("fits the hour that its arrival window has, and the stretch in which it begins", () => {
    expect(fits(TUESDAY, wish({ kind: "exact", from: "15:30" }))).toBe(true);
    expect(fits(TUESDAY, wish({ kind: "exact", from: "16:00" }))).toBe(false);
    expect(fits(TUESDAY, wish({ kind: "window", from: "12:00", to: "17:00" }))).toBe(true);
    expect(fits(TUESDAY, wish({ kind: "window", to: "14:00" }))).toBe(false);
  });

  it("fits no other day, no day before the earliest, and none that is ruled out", () => {
    expect(fits(TUESDAY, wish({ kind: "date", date: "2026-03-04" }))).toBe(false);
    expect(fits(TUESDAY, wish({ not_before: "2026-03-04" }))).toBe(false);
    expect(fits(TUESDAY, wish({ excluded: ["2026-03-03"] }))).toBe(false);
  });
});

describe("words about time", () => {
  it("limit the search when they say anything", () => {
    expect(limits(null)).toBe(false);
    expect(limits(noTime)).toBe(false);
    expect(limits(wish({ excluded: ["2026-03-03"] }))).toBe(true);
  });

  it("are precise when they leave no choice to offer", () => {
    expect(isPrecise(wish({ kind: "asap" }))).toBe(true);
    expect(isPrecise(wish({ kind: "exact", from: "14:00" }))).toBe(true);
    expect(isPrecise(wish({ kind: "window", from: "14:00", to: "16:00" }))).toBe(true);
    expect(isPrecise(wish({ kind: "window", from: "12:00", to: "17:00" }))).toBe(false);
    expect(isPrecise(wish({ kind: "date", date: "2026-03-03" }))).toBe(false);
  });
});
