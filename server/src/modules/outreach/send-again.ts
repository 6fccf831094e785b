import type { Scope } from "#platform/scope.ts";
import { startSend } from "./calls.ts";
import { changeState } from "./change-state.ts";
import type { Outbound } from "./queries.ts";
import { correspondenceOf } from "./wish.ts";

type Again = { state_reason: string; not_before?: Temporal.Instant; unresolved_attempts?: number };

/** Queues a text once more that certainly did not leave; under a pen that has passed on it stays unsent. */
export async function sendAgain(scope: Scope, message: Outbound, again: Again): Promise<void> {
  if (!(await stillHoldsPen(scope, message)))
    return changeState(scope, message, { state: "cancelled", state_reason: "ownership" });
  const not_before = again.not_before ?? null;
  await changeState(scope, message, { ...again, state: "queued", not_before });
  await startSend(scope, { ...message, not_before });
}

async function stillHoldsPen(scope: Scope, { ownership_token, conversation_id }: Outbound): Promise<boolean> {
  if (ownership_token === null || conversation_id === null) return true;
  return (await correspondenceOf(scope).holdPen(scope, conversation_id)) === ownership_token;
}
