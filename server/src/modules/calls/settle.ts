import { z } from "zod";
import { isMoreStored, storyId } from "#intake";
import { momentOfId } from "#platform/ids.ts";
import { defineJob } from "#platform/jobs.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import type { Call } from "./calls.ts";
import { type Conclusion, conclude } from "./conclude.ts";
import { endOf } from "./counted.ts";
import { fold } from "./fold.ts";
import { lockCall, selectEvents } from "./ledger.ts";
import { missedDecision } from "./missed.ts";
import { saveParticipants } from "./participants.ts";
import { callEnded } from "./schema.ts";
import type { NextLook } from "./settling.ts";

/** Judges a call of which nothing more was heard, or closes one that was judged. */
export const settleCall = defineJob({
  name: "calls.settle",
  data: z.object({ call_sid: z.string(), todo: z.enum(["judge", "close"]) }),
  async run(ports, { tenantId, data }) {
    const cause = { correlationId: storyId(tenantId, data.call_sid) };
    await ports.scope(tenantId, SYSTEM, (scope) => settle(scope, data), cause);
  },
});

/** One timer a call: what is heard of it moves the timer. */
export async function setTimerOf(scope: Scope, { call, next }: Pick<Conclusion, "call" | "next">): Promise<void> {
  await scope.setTimer(`call:${call.id}`, next.at, settleCall, { call_sid: call.call_sid, todo: next.todo });
}

/** A crowd of webhooks may keep what this call's say waiting for longer than the carrier takes to say it. */
const UNTIL_RECEIVED = { seconds: 5 };

async function settle(scope: Scope, { call_sid, todo }: { call_sid: string; todo: NextLook["todo"] }): Promise<void> {
  const call = await lockCall(scope, call_sid);
  if (call.is_final) return;
  if (await isMoreStored(scope, call_sid)) {
    const next = { todo, at: scope.now().add(UNTIL_RECEIVED) };
    return setTimerOf(scope, { call, next });
  }
  await (todo === "judge" ? judge : close)(scope, call);
}

async function judge(scope: Scope, call: Call): Promise<void> {
  if (call.missed !== null) return;
  await setTimerOf(scope, await conclude(scope, call, await selectEvents(scope, call.id), true));
}

/** Freezes a call that was decided. Its end may never have been reported. */
async function close(scope: Scope, call: Call): Promise<void> {
  // What was heard since this was planned may have made it doubtful again.
  if (call.missed === null) return judge(scope, call);
  const ledger = await selectEvents(scope, call.id);
  const state = fold(ledger);
  // A miss stays one, but what was heard since it was judged may tell another reason.
  const isDoubtful = missedDecision(state, false).kind === "undecided";
  const decided = isDoubtful ? (await conclude(scope, call, ledger, true)).call : call;
  const finalized_at = momentAfter(scope, ledger.at(-1)?.id ?? null);
  const closed = { ...decided, is_final: true, finalized_at, sync_state: "frozen" };
  const frozen = { ...closed, ...endOf(closed) };
  const { is_final, sync_state, status, ended_at, disconnect_reason } = frozen;
  await scope.tx
    .updateTable("calls")
    .set({ is_final, finalized_at, sync_state, status, ended_at, disconnect_reason })
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", call.id)
    .execute();
  if (decided.ended_at === null) {
    await saveParticipants(scope, frozen, state);
    await scope.emit(callEnded, { call_id: call.id });
  }
  scope.nudge("calls", call.id);
}

/** Now, and later than every entry that counts: what comes after it does not. */
function momentAfter(scope: Scope, lastEntry: string | null): Temporal.Instant {
  const now = scope.now().round({ smallestUnit: "millisecond", roundingMode: "trunc" });
  const soonest = lastEntry === null ? now : momentOfId(lastEntry).add({ milliseconds: 1 });
  return Temporal.Instant.compare(now, soonest) > 0 ? now : soonest;
}
