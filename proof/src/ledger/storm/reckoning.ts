import type { PoolConfig } from "pg";
import { type CallEvent, fold } from "../../../../server/src/modules/calls/fold.ts";
import { missedDecision } from "../../../../server/src/modules/calls/missed.ts";
import { project } from "../../../../server/src/modules/calls/projection.ts";
import { isOver } from "../../../../server/src/modules/calls/status.ts";
import type { Carrier } from "../../ground/carrier.ts";
import { isOfCall, type StormCall } from "./calls.ts";
import { type Kept, type KeptCall, keptOf } from "./kept.ts";
import { type Taken, wrongTexts } from "./reckoning-texts.ts";

/** A call with what the servers said to its deliveries. */
export type ToldCall = StormCall & {
  /** The keys of the webhooks that were answered 2xx. */
  accepted: ReadonlySet<string>;
  /** When the caller's STOP was answered 2xx, by the carrier's clock; null when it never was. */
  stoppedAt: number | null;
};

/** Compares what the product kept with the carrier's own ledger: the invariants I1 to I5, call by call. */
export async function reckon(owner: PoolConfig, calls: readonly ToldCall[], carrier: Carrier): Promise<string[]> {
  const kept = await keptOf(owner);
  const texts = Map.groupBy(carrier.simulator.truth.messages(), ({ to }) => to);
  return calls.flatMap((call) => reckonCall(call, kept, texts.get(call.from) ?? []));
}

/** @param taken the texts to its caller that the carrier took. */
export function reckonCall(call: ToldCall, kept: Kept, taken: readonly Taken[]): string[] {
  const ours = kept.calls.get(call.callSid);
  return [...lostOrDoubled(call, kept), ...wrongState(call, ours), ...wrongTexts(call, ours, { taken, ...kept })];
}

/** I1: every accepted webhook is in the inbox and in the ledger exactly once. */
function lostOrDoubled({ accepted }: ToldCall, { inbox, ledger }: Kept): string[] {
  return [...accepted].flatMap((key) => {
    const [stored, entered] = [inbox.get(key) ?? 0, ledger.get(key) ?? 0];
    return stored === 1 && entered === (isOfCall(key) ? 1 : 0)
      ? []
      : [`I1: the accepted webhook ${key} is in the inbox ${stored} times, in the ledger ${entered} times.`];
  });
}

/** I2: the call is the fold of its ledger; when the carrier could tell everything, it is what it truly was. */
function wrongState({ callSid, kind, deliveries, accepted }: ToldCall, call: KeptCall | undefined): string[] {
  if (call === undefined)
    return ![...accepted].some(isOfCall) ? [] : [`I2: the call ${callSid} was accepted and is not kept.`];
  const isWhole = deliveries.every(({ key }) => accepted.has(key));
  const end = call.answered === true ? "answered" : (call.missed_reason ?? "undecided");
  return [
    ...offFields(call).map(
      (field) => `I2: the call ${callSid} has ${field} ${call[field]}; its ledger says otherwise.`,
    ),
    ...(isWhole && end !== kind.end ? [`I2: the call ${callSid}, ${kind.name}, is kept as ${end}.`] : []),
  ];
}

type Field = "status" | "answered" | "missed" | "missed_reason";

/** The fields that are not what the ledger comes to. A call whose end was told is judged; another may yet be waited for. */
function offFields(call: KeptCall): Field[] {
  const state = fold(
    call.events.map(({ occurred_at, ...event }): CallEvent => {
      return { ...event, occurred_at: Temporal.Instant.from(occurred_at) };
    }),
  );
  const readings = (isOver(state.status) ? [true] : [true, false]).map((settled) => {
    const { status, answered, missed, missed_reason } = project(state, missedDecision(state, settled));
    // An end that nobody reports is assumed when long enough has passed.
    const isAssumed = call.disconnect_reason === "never_reported" && !isOver(state.status);
    const known = isAssumed ? "completed" : status;
    const said = { answered, missed, missed_reason, ...(known === undefined ? {} : { status: known }) };
    return (Object.keys(said) as Field[]).filter((field) => said[field] !== call[field]);
  });
  return readings.sort((one, other) => one.length - other.length)[0] ?? [];
}
