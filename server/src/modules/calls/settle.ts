import { z } from "zod";
import { storyId } from "#intake";
import { defineJob } from "#platform/jobs.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import type { Call } from "./calls.ts";
import { type Conclusion, conclude } from "./conclude.ts";
import { lockCall } from "./ledger.ts";
import { callEnded } from "./schema.ts";

/** Judges a call of which nothing more was heard; a call that was judged before is closed for good. */
export const settleCall = defineJob({
  name: "calls.settle",
  data: z.object({ call_sid: z.string() }),
  async run(ports, { tenantId, data }) {
    const cause = { correlationId: storyId(tenantId, data.call_sid) };
    await ports.scope(tenantId, SYSTEM, (scope) => settle(scope, data.call_sid), cause);
  },
});

/** One timer a call: what is heard of it moves the timer. */
export async function setTimerOf(scope: Scope, { call, lookAgainAt }: Conclusion): Promise<void> {
  await scope.setTimer(`call:${call.id}`, lookAgainAt, settleCall, { call_sid: call.call_sid });
}

async function settle(scope: Scope, callSid: string): Promise<void> {
  const call = await lockCall(scope, callSid);
  if (call.is_final) return;
  if (call.missed === null) await setTimerOf(scope, await conclude(scope, call, true));
  else await close(scope, call);
}

/** Freezes a call. Its end may never have been reported. */
async function close(scope: Scope, call: Call): Promise<void> {
  const isUnreported = call.ended_at === null;
  await scope.tx
    .updateTable("calls")
    .set({
      is_final: true,
      finalized_at: scope.now(),
      sync_state: "frozen",
      ...(isUnreported
        ? { status: "completed", ended_at: call.last_event_time, disconnect_reason: "never_reported" }
        : {}),
    })
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", call.id)
    .execute();
  if (isUnreported) await scope.emit(callEnded, { call_id: call.id });
  scope.nudge("calls", call.id);
}
