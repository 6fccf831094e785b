import { expect, it } from "vitest";
import { VANS } from "../testing/house.ts";
import type { OfferedSlot } from "./session.ts";
import { spread } from "./spread.ts";

/** A two-hour arrival window from each hour, on one day. */
function day(date: string, hours: readonly number[]): OfferedSlot[] {
  return hours.map((hour) => {
    const clock = (of: number) => `${String(of).padStart(2, "0")}:00`;
    const at = (of: number) => `${date}T${clock(of)}:00Z`;
    const window = { window_start: at(hour), window_end: at(hour + 2), date, from: clock(hour), to: clock(hour + 2) };
    return { start: at(hour), end: at(hour + 2), ...window, resource_id: VANS[0], rate: "normal" as const };
  });
}

const starts = (slots: readonly OfferedSlot[]) => slots.map((slot) => slot.start.slice(8, 13));

it("offers half-days when there are several", () => {
  const slots = [...day("2026-03-03", [8, 9, 10, 13, 14]), ...day("2026-03-04", [8, 9])];
  expect(starts(spread(slots))).toEqual(["03T08", "03T13", "04T08"]);
});

it("offers windows apart within a half-day, in order", () => {
  expect(starts(spread(day("2026-03-03", [12, 13, 14, 15, 16])))).toEqual(["03T12", "03T14", "03T16"]);
});

it("offers overlapping windows only where there would be no choice", () => {
  expect(starts(spread(day("2026-03-03", [8, 9])))).toEqual(["03T08", "03T09"]);
  expect(starts(spread(day("2026-03-03", [8, 9, 10])))).toEqual(["03T08", "03T10"]);
  expect(spread([])).toEqual([]);
});
