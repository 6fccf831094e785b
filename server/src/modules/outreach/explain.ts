import { z } from "zod";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { findDecisionRow } from "./decisions.ts";
import type { Explanation } from "./schema.ts";
import { MESSAGE_CLASSES } from "./wish.ts";

/** Why a text did or did not go out: every rule with its sentence, and what the gate knew. @throws Refused not_found. */
export async function explainDecision(scope: Scope, decisionId: string): Promise<Explanation> {
  const row = await findDecisionRow(scope, decisionId);
  if (row === null) throw new Refused(NOT_FOUND, "There is no such decision.");
  return {
    verdict: verdictOf(row.verdict, row.reason),
    reason: row.reason,
    class: z.enum(MESSAGE_CLASSES).parse(row.class),
    requested_by: row.requested_by,
    decided_at: row.decided_at,
    rules: row.rules,
    inputs: z.record(z.string(), z.unknown()).parse(row.inputs),
  };
}

function verdictOf(verdict: string, reason: string): Explanation["verdict"] {
  if (verdict === "refused") return "refused";
  return reason === "deferred" ? "deferred" : "allowed";
}
