/**
 * A call's statuses, the further on the later; of two ends the later listed one holds. Twilio: Call resource, `status`, and
 * "initiated" of the status callbacks.
 */
const CALL_STATUSES = [
  "queued",
  "initiated",
  "ringing",
  "in-progress",
  "canceled",
  "no-answer",
  "busy",
  "failed",
  "completed",
] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

const FIRST_END = CALL_STATUSES.indexOf("canceled");

/** Null for a word that we do not know: it says nothing, and is kept in the ledger as it came. */
export function readStatus(word: string | undefined): CallStatus | null {
  return CALL_STATUSES.find((status) => status === word) ?? null;
}

export function isOver(status: CallStatus | null): boolean {
  return status !== null && CALL_STATUSES.indexOf(status) >= FIRST_END;
}

export function furthest(one: CallStatus | null, other: CallStatus | null): CallStatus | null {
  if (one === null || other === null) return one ?? other;
  return CALL_STATUSES.indexOf(one) >= CALL_STATUSES.indexOf(other) ? one : other;
}
