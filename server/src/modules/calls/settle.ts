import { z } from "zod";
import { storyId } from "#intake";
import { defineJob } from "#platform/jobs.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { type Conclusion, conclude } from "./conclude.ts";
import { lockCall, selectEvents } from "./ledger.ts";
import { callEnded } from "./schema.ts";

/** Judges a call of which nothing more was heard, or closes one that was judged. */
export const settleCall = defineJob({
  name: "calls.settle",
  data: z.object({ call_sid: z.string(), todo: z.enum(["judge", "close"]) }),
  async run(ports, { tenantId, data }) {
    const cause = { correlationId: storyId(tenantId, data.call_sid) };
    await ports.scope(
      tenantId,
      SYSTEM,
      (scope) => (data.todo === "judge" ? judge : close)(scope, data.call_sid),
      cause,
    );
  },
});

/** One timer a call: what is heard of it moves the timer. */
export async function setTimerOf(scope: Scope, { call, next }: Conclusion): Promise<void> {
  await scope.setTimer(`call:${call.id}`, next.at, settleCall, { call_sid: call.call_sid, todo: next.todo });
}

async function judge(scope: Scope, callSid: string): Promise<void> {
  const call = await lockCall(scope, callSid);
  if (call.is_final || call.missed !== null) return;
  await setTimerOf(scope, await conclude(scope, call, await selectEvents(scope, call.id), true));
}

/** Freezes a call. Its end may never have been reported. */
async function close(scope: Scope, callSid: string): Promise<void> {
  const call = await lockCall(scope, callSid);
  if (call.is_final) return;
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
