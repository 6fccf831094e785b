import type { GateFacts } from "./gate-facts.ts";
import { quietUntil } from "./quiet.ts";
import { RULES } from "./rules.ts";
import type { RuleResult } from "./wish.ts";

export type Verdict = {
  verdict: "allowed" | "refused";
  reason: string;
  sentence: string;
  rules: readonly RuleResult[];
  /** When an allowed text may leave; null: at once. */
  not_before: Temporal.Instant | null;
};

export const ALLOWED = "Every rule allows it.";
export const DEFERRED = "Every rule allows it once the quiet hours are over.";

/** Decides whether a text may go out. Every rule speaks, also after one has refused; the first refusal is the reason. */
export function decide(facts: GateFacts): Verdict {
  const rules = [...RULES.map((rule) => rule(facts)), ...facts.conditions.map(conditionRule)];
  const refusal = rules.find((rule) => !rule.passed);
  if (refusal !== undefined)
    return { verdict: "refused", reason: refusal.id, sentence: refusal.sentence, rules, not_before: null };
  const not_before = quietUntil(facts)?.until ?? null;
  if (not_before === null) return { verdict: "allowed", reason: "allowed", sentence: ALLOWED, rules, not_before };
  return { verdict: "allowed", reason: "deferred", sentence: DEFERRED, rules, not_before };
}

function conditionRule({ name, holds, sentence }: GateFacts["conditions"][number]): RuleResult {
  return { id: name, passed: holds, sentence };
}
