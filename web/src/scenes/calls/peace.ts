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

/** Null as long as nothing was compared. */
export function peaceOf(comparisons: readonly Comparison[]): Peace | null {
  const calls = comparisons.filter(({ resource }) => resource === "calls");
  const texts = comparisons.filter(({ resource }) => resource === "messages");
  const [first] = calls;
  if (first?.checked_at == null || first.window_from === null || first.window_until === null) return null;
  return {
    hours: Math.round((Date.parse(first.window_until) - Date.parse(first.window_from)) / HOUR_MS),
    atCarrier: sum(calls, "at_carrier"),
    here: sum(calls, "here"),
    undecided: sum(calls, "undecided"),
    repairedCalls: sum(calls, "repaired"),
    repairedTexts: sum(texts, "repaired"),
    lastRepairAt:
      comparisons
        .flatMap(({ last_repair_at }) => last_repair_at ?? [])
        .sort()
        .at(-1) ?? null,
    checkedAt: first.checked_at,
  };
}

function sum(comparisons: readonly Comparison[], count: "at_carrier" | "here" | "undecided" | "repaired"): number {
  return comparisons.reduce((total, comparison) => total + comparison[count], 0);
}
