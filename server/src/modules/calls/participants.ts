import type { Scope } from "#platform/scope.ts";
import type { CallState } from "./call-state.ts";
import type { Call } from "./calls.ts";

/** Keeps who took part: the caller, and every phone that was rung. */
export async function saveParticipants(scope: Scope, call: Call, state: CallState): Promise<void> {
  const rows = participantsOf(call, state);
  await scope.tx
    .insertInto("call_participants")
    .values(rows.map((row) => ({ tenant_id: scope.tenantId, id: scope.newId(), call_id: call.id, ...row })))
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "call_id", "leg_sid"]).doUpdateSet((eb) => ({
        phone_number: eb.ref("excluded.phone_number"),
        status: eb.ref("excluded.status"),
        answered_by: eb.ref("excluded.answered_by"),
        joined_at: eb.ref("excluded.joined_at"),
        left_at: eb.ref("excluded.left_at"),
        price: eb.ref("excluded.price"),
        price_unit: eb.ref("excluded.price_unit"),
      })),
    )
    .execute();
}

type Caller = Pick<Call, "call_sid" | "caller_phone" | "status" | "started_at" | "ended_at">;

/** The caller, and every phone that was rung. */
export function participantsOf(call: Caller, state: CallState) {
  return [callerOf(call), ...calleesOf(state)];
}

function callerOf(call: Caller) {
  return {
    leg_sid: call.call_sid,
    phone_number: call.caller_phone,
    participant_type: "caller",
    status: call.status,
    answered_by: null,
    joined_at: call.started_at,
    left_at: call.ended_at,
    // The call's own price is kept with the call.
    price: null,
    price_unit: null,
  };
}

function calleesOf({ legs }: CallState) {
  return Object.entries(legs).map(([leg_sid, leg]) => ({
    leg_sid,
    phone_number: leg.phone ?? "",
    participant_type: "callee",
    status: leg.status ?? "initiated",
    answered_by: leg.answered_by,
    joined_at: leg.picked_up_at,
    left_at: leg.ended_at,
    price: leg.price?.amount ?? null,
    price_unit: leg.price?.unit ?? null,
  }));
}
