import { z } from "zod";
import type { Scope } from "#platform/scope.ts";
import type { CallState } from "./call-state.ts";
import type { Call } from "./calls.ts";
import { endOf, lastMissOf } from "./counted.ts";
import { type CallEvent, fold } from "./fold.ts";
import { MISSED_REASONS, type MissedReason, missedDecision, type Verdict } from "./missed.ts";
import { project } from "./projection.ts";
import { callAnswered, callEnded, callMissed } from "./schema.ts";
import { type NextLook, nextLook } from "./settling.ts";

export type Conclusion = { call: Call; state: CallState; next: NextLook };

/**
 * Brings a locked call into line with its ledger and announces what is new. A miss stays one: the caller may have been
 * told.
 * @param events what counts of the call's ledger, in the order of its entries.
 * @param settled as in `missedDecision`.
 */
export async function conclude(
  scope: Scope,
  call: Call,
  events: readonly CallEvent[],
  settled: boolean,
): Promise<Conclusion> {
  const state = fold(events);
  const verdict = standing(call, events, missedDecision(state, settled));
  const row = project(state, verdict);
  const end = call.is_final ? endOf({ ...row, is_final: true }) : {};
  const after = await scope.tx
    .updateTable("calls")
    .set({ ...row, ...end, contact_id: call.contact_id })
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", call.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await announce(scope, call, after);
  scope.nudge("calls", call.id);
  return { call: after, state, next: nextLook(state, verdict, scope.now()) };
}

function standing(call: Call, events: readonly CallEvent[], verdict: Verdict): Verdict {
  if (call.missed !== true || verdict.kind === "missed") return verdict;
  return { kind: "missed", reason: lastMissOf(events) ?? reasonOf(call.missed_reason) };
}

/** The column is written by this module alone. */
const reasonOf = (reason: string | null): MissedReason => z.enum(MISSED_REASONS).parse(reason);

async function announce(scope: Scope, before: Call, after: Call): Promise<void> {
  if (after.answered === true && before.answered !== true) await scope.emit(callAnswered, { call_id: after.id });
  const { phone_number_id, missed_at, missed_reason } = after;
  if (after.missed === true && before.missed !== true && phone_number_id !== null && missed_at !== null)
    await scope.emit(callMissed, {
      call_id: after.id,
      customer_phone: after.customer_phone,
      phone_number_id,
      reason: reasonOf(missed_reason),
      missed_at: missed_at.toString(),
    });
  if (after.ended_at !== null && before.ended_at === null) await scope.emit(callEnded, { call_id: after.id });
}
