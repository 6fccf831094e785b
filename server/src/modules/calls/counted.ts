import { isListed } from "#intake";
import { momentOfId } from "#platform/ids.ts";
import { type CallEvent, fold } from "./fold.ts";
import { type MissedReason, missedDecision } from "./missed.ts";

/** An entry of the ledger as it lies there; ids rise in the order in which entries were made. */
export type Entry = CallEvent & { id: string };

/**
 * What counts of a ledger: everything until the call was closed; of what came later only what the carrier's own list says,
 * which puts right what was lost and knows the price.
 */
export function countedOf<Of extends Entry>(ledger: readonly Of[], finalizedAt: Temporal.Instant | null): Of[] {
  return ledger.filter(({ id, event_type }) => isListed(event_type) || isBefore(id, finalizedAt));
}

function isBefore(id: string, finalizedAt: Temporal.Instant | null): boolean {
  return finalizedAt === null || Temporal.Instant.compare(momentOfId(id), finalizedAt) < 0;
}

/** Why a call was missed, as it was known before its ledger turned out otherwise; null when it never looked like a miss. */
export function lastMissOf(counted: readonly CallEvent[]): MissedReason | null {
  for (let known = counted.length - 1; known > 0; known -= 1) {
    const verdict = missedDecision(fold(counted.slice(0, known)), false);
    if (verdict.kind === "missed") return verdict.reason;
  }
  return null;
}

/** A call may be closed without its end ever having been reported. */
export function endOf(call: {
  is_final: boolean;
  ended_at: Temporal.Instant | null;
  last_event_time: Temporal.Instant | null;
}) {
  if (!call.is_final || call.ended_at !== null) return { disconnect_reason: null };
  return { status: "completed", ended_at: call.last_event_time, disconnect_reason: "never_reported" };
}
