import { expect, it } from "vitest";
import type { Comparison } from "../../api/types.ts";
import { peaceOf } from "./peace.ts";

const comparison = (change: Partial<Comparison>): Comparison => ({
  resource: "calls",
  status: "done",
  window_from: "2026-03-02T16:00:00Z",
  window_until: "2026-03-03T16:00:00Z",
  at_carrier: 41,
  here: 40,
  repaired: 1,
  last_repair_at: "2026-03-03T15:00:00Z",
  undecided: 2,
  checked_at: "2026-03-03T16:00:01Z",
  error: null,
  ...change,
});

it("adds up what the comparisons of every account say", () => {
  const texts = comparison({ resource: "messages", repaired: 3, last_repair_at: "2026-03-03T15:30:00Z" });
  expect(peaceOf([comparison({}), comparison({ at_carrier: 1, here: 1, repaired: 0 }), texts])).toEqual({
    hours: 24,
    atCarrier: 42,
    here: 41,
    undecided: 4,
    repairedCalls: 1,
    repairedTexts: 3,
    lastRepairAt: "2026-03-03T15:30:00Z",
    checkedAt: "2026-03-03T16:00:01Z",
  });
});

it("tells of the whole time that was compared, and is as old as the comparison that is longest ago", () => {
  const behind = comparison({
    window_from: "2026-03-02T10:00:00Z",
    window_until: "2026-03-03T14:00:00Z",
    checked_at: "2026-03-03T14:00:01Z",
  });
  const never = comparison({ checked_at: null, window_from: null, window_until: null });
  for (const accounts of [
    [comparison({}), behind],
    [behind, comparison({})],
    [never, behind, comparison({})],
  ])
    expect(peaceOf(accounts)).toMatchObject({ hours: 30, checkedAt: "2026-03-03T14:00:01Z" });
});

it("says nothing before the first comparison came to its end", () => {
  expect(peaceOf([])).toBeNull();
  expect(
    peaceOf([comparison({ status: "failed", checked_at: null, window_from: null, window_until: null })]),
  ).toBeNull();
});
