import { z } from "zod";
import { NO_PARTIES } from "./call-state.ts";
import type { Call } from "./calls.ts";
import { countedOf, type Entry, endOf, lastMissOf } from "./counted.ts";
import { fold } from "./fold.ts";
import { firstImpression } from "./ledger.ts";
import { type MissedReason, missedDecision, type Verdict } from "./missed.ts";
import { project } from "./projection.ts";

export type LedgerEntry = Entry & { received_at: Temporal.Instant };

/** What was announced of a call, in the transactions that concluded it. */
export type Announced = { missed: MissedReason | null; answered_id: string | null };

export type CallHistory = {
  call: Pick<Call, "finalized_at">;
  /** In the order of their ids. */
  ledger: readonly LedgerEntry[];
  announced: Announced;
  /** The number of ours that the call concerns. */
  number: { id: string; phoneNumber: string };
};

/**
 * What the row of a call has to be, from its ledger; null for a call that nothing was ever heard of. Two conclusions were
 * drawn by the clock and are known by what was announced: that a miss stays one, and that nothing more was expected.
 */
export function rebuild({ call, ledger, announced, number }: CallHistory) {
  const { finalized_at } = call;
  const counted = countedOf(ledger, finalized_at);
  const [first] = counted;
  if (first === undefined) return null;
  const state = fold(counted);
  const verdict = standingVerdict(counted, announced, missedDecision(state, isSettled(call, counted, announced)));
  const row = {
    ...openedBy(first, number),
    ...project(state, verdict),
    is_final: finalized_at !== null,
    sync_state: finalized_at === null ? "active" : "frozen",
  };
  return { row: { ...row, ...endOf(row) }, state };
}

/** The columns that follow from the ledger. */
export type RebuiltCall = NonNullable<ReturnType<typeof rebuild>>["row"];

/** A call is closed only when it was decided, and what decides it stays: settled or not is the same, save for a call that goes on. */
function isSettled(
  { finalized_at }: CallHistory["call"],
  counted: readonly LedgerEntry[],
  { answered_id }: Announced,
): boolean {
  return finalized_at !== null || (answered_id !== null && answered_id > (counted.at(-1)?.id ?? ""));
}

function standingVerdict(counted: readonly LedgerEntry[], { missed }: Announced, verdict: Verdict): Verdict {
  if (missed === null || verdict.kind === "missed") return verdict;
  return { kind: "missed", reason: lastMissOf(counted) ?? missed };
}

const said = z.object({}).catchall(z.unknown());

/** The row as its first webhook opened it. */
function openedBy({ event_type, payload, received_at }: LedgerEntry, number: CallHistory["number"]) {
  const { ring_plan: _plan, ...fields } = said.parse(payload);
  const params = z.record(z.string(), z.string()).parse(fields);
  const { phone_number_id: _number, ...opened } = firstImpression({
    topic: event_type,
    params,
    number,
    receivedAt: received_at,
  });
  return { ...NO_PARTIES, duration_seconds: null, status: "initiated", ...opened };
}
