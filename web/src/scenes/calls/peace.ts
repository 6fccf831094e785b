import type { Comparison } from "../../api/types.ts";

/** What the comparisons with the carrier come to, over all of the business's accounts. */
export interface Peace {
  hours: number;
  atCarrier: number;
  here: number;
  undecided: number;
  repairedCalls: number;
  repairedTexts: number;
  lastRepairAt: string | null;
  checkedAt: string;
}

const HOUR_MS = 3_600_000;

/** Null as long as nothing was compared. The hours reach over every account's window, and all were compared since `checkedAt`. */
export function peaceOf(comparisons: readonly Comparison[]): Peace | null {
  const calls = comparisons.filter(({ resource }) => resource === "calls");
  const texts = comparisons.filter(({ resource }) => resource === "messages");
  const from = earliest(calls, "window_from");
  const until = latest(calls, "window_until");
  const checkedAt = earliest(calls, "checked_at");
  if (from === null || until === null || checkedAt === null) return null;
  return {
    hours: Math.round((Date.parse(until) - Date.parse(from)) / HOUR_MS),
    atCarrier: sum(calls, "at_carrier"),
    here: sum(calls, "here"),
    undecided: sum(calls, "undecided"),
    repairedCalls: sum(calls, "repaired"),
    repairedTexts: sum(texts, "repaired"),
    lastRepairAt: latest(comparisons, "last_repair_at"),
    checkedAt,
  };
}

type Moment = "window_from" | "window_until" | "checked_at" | "last_repair_at";

const moments = (comparisons: readonly Comparison[], moment: Moment) =>
  comparisons
    .flatMap((comparison) => comparison[moment] ?? [])
    .sort((one, other) => Date.parse(one) - Date.parse(other));

const earliest = (comparisons: readonly Comparison[], moment: Moment) => moments(comparisons, moment)[0] ?? null;

const latest = (comparisons: readonly Comparison[], moment: Moment) => moments(comparisons, moment).at(-1) ?? null;

function sum(comparisons: readonly Comparison[], count: "at_carrier" | "here" | "undecided" | "repaired"): number {
  return comparisons.reduce((total, comparison) => total + comparison[count], 0);
}
