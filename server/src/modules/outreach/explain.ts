import type { Scope } from "#platform/scope.ts";
import type { RuleResult } from "./wish.ts";

export type Explanation = {
  verdict: "allowed" | "refused" | "deferred";
  reason: string;
  class: string;
  requested_by: string;
  decided_at: Temporal.Instant;
  rules: readonly RuleResult[];
  inputs: Record<string, unknown>;
};

/** Why a text did or did not go out. */
export async function explainDecision(_scope: Scope, decisionId: string): Promise<Explanation> {
  throw new Error(`The gate is still being built (${decisionId})`);
}
