import type { OfferedSlot } from "./session.ts";

/** How many times a text offers at once. */
const OFFERS = 3;

/**
 * Up to three times that are a real choice, in order: on different half-days if there are enough, else with arrival
 * windows apart; windows that overlap only where there would be no choice at all.
 */
export function spread(slots: readonly OfferedSlot[]): OfferedSlot[] {
  const chosen: OfferedSlot[] = [];
  for (const isApart of [onOtherHalfDay, inOtherWindow, startsElsewhen]) {
    if (isApart === startsElsewhen && chosen.length > 1) break;
    for (const slot of slots) {
      if (chosen.length === OFFERS) break;
      if (chosen.every((other) => isApart(slot, other))) chosen.push(slot);
    }
  }
  return chosen.toSorted((one, other) => one.start.localeCompare(other.start));
}

function onOtherHalfDay(one: OfferedSlot, other: OfferedSlot): boolean {
  return inOtherWindow(one, other) && halfDay(one) !== halfDay(other);
}

function inOtherWindow(one: OfferedSlot, other: OfferedSlot): boolean {
  return startsElsewhen(one, other) && (one.window_start >= other.window_end || other.window_start >= one.window_end);
}

function startsElsewhen(one: OfferedSlot, other: OfferedSlot): boolean {
  return one.start !== other.start;
}

function halfDay({ date, from }: OfferedSlot): string {
  return `${date} ${from < "12:00" ? "am" : "pm"}`;
}
