import { Client, type PoolConfig } from "pg";
import { type CallEvent, fold } from "../../../../server/src/modules/calls/fold.ts";
import { missedDecision } from "../../../../server/src/modules/calls/missed.ts";
import { project } from "../../../../server/src/modules/calls/projection.ts";
import type { Carrier } from "../../ground/carrier.ts";
import { isOfCall, type StormCall } from "./calls.ts";

/** A call with what the servers said to its deliveries. */
export type ToldCall = StormCall & {
  /** The keys of the webhooks that were answered 2xx. */
  accepted: ReadonlySet<string>;
};

/** What the product kept, read when everything was at rest. */
export type Kept = {
  /** How often each webhook is in the inbox, received; and in the ledger. */
  inbox: ReadonlyMap<string, number>;
  ledger: ReadonlyMap<string, number>;
  calls: ReadonlyMap<string, KeptCall>;
};
export type KeptCall = {
  call_sid: string;
  status: string;
  answered: boolean | null;
  missed: boolean | null;
  missed_reason: string | null;
  events: { event_type: string; occurred_at: string; payload: unknown }[];
  outcome: string | null;
  reason: string | null;
};

/** Compares what the product kept with the carrier's own ledger: the invariants I1 to I4, call by call. */
export async function reckon(owner: PoolConfig, calls: readonly ToldCall[], carrier: Carrier): Promise<string[]> {
  const kept = await keptOf(owner);
  const texts = Map.groupBy(carrier.simulator.truth.messages(), ({ to }) => to);
  return calls.flatMap((call) => reckonCall(call, kept, texts.get(call.from)?.length ?? 0));
}

/** @param taken how many texts to its caller the carrier took. */
export function reckonCall(call: ToldCall, kept: Kept, taken: number): string[] {
  const ours = kept.calls.get(call.callSid);
  return [...lostOrDoubled(call, kept), ...wrongState(call, ours), ...wrongTexts(call, ours, taken)];
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
  const events = call.events.map(({ occurred_at, ...event }): CallEvent => {
    return { ...event, occurred_at: Temporal.Instant.from(occurred_at) };
  });
  const state = fold(events);
  const row = project(state, missedDecision(state, call.missed !== null));
  const fields = ["status", "answered", "missed", "missed_reason"] as const;
  const off = fields.filter((field) => (row[field] ?? call[field]) !== call[field]);
  const isWhole = deliveries.every(({ key }) => accepted.has(key));
  const end = call.answered === true ? "answered" : (call.missed_reason ?? "undecided");
  return [
    ...off.map((field) => `I2: the call ${callSid} has ${field} ${call[field]}; its ledger says ${row[field]}.`),
    ...(isWhole && end !== kind.end ? [`I2: the call ${callSid}, ${kind.name}, is kept as ${end}.`] : []),
  ];
}

/** I3 and I4: at most one text for a missed call, and one or a reason; none for a call that was answered. */
function wrongTexts({ callSid, stops }: ToldCall, call: KeptCall | undefined, taken: number): string[] {
  // An opt-out is confirmed.
  const texts = stops ? Math.max(0, taken - 1) : taken;
  if (texts > 1) return [`I3: the carrier took ${texts} texts for the call ${callSid}.`];
  if (call?.missed !== true)
    return texts === 0 ? [] : [`I3: a text went out for the call ${callSid}, which was not missed.`];
  if (call.outcome === null) return [`I4: the missed call ${callSid} has neither a text nor a reason.`];
  if (call.outcome === "texted")
    return texts === 1 || stops ? [] : [`I4: the carrier never took the text for the call ${callSid}.`];
  return call.reason === null ? [`I4: the missed call ${callSid} has no text and no reason.`] : [];
}

async function keptOf(owner: PoolConfig): Promise<Kept> {
  const client = new Client(owner);
  await client.connect();
  try {
    const count = async (statement: string) => {
      const { rows } = await client.query<{ key: string; times: number }>(statement);
      return new Map(rows.map(({ key, times }) => [key, times]));
    };
    const { rows } = await client.query<KeptCall>(`
      select call_sid, status, answered, missed, missed_reason, outcome, reason,
             (select json_agg(json_build_object(
                'event_type', event_type, 'payload', payload,
                'occurred_at', to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
              from call_events where call_events.tenant_id = calls.tenant_id and call_events.call_id = calls.id) as events
      from calls left join text_backs on text_backs.tenant_id = calls.tenant_id and text_backs.call_id = calls.id`);
    return {
      inbox: await count(
        "select dedupe_key as key, count(*)::int as times from webhook_inbox where status = 'processed' group by 1",
      ),
      ledger: await count("select event_key as key, count(*)::int as times from call_events group by 1"),
      calls: new Map(rows.map((row) => [row.call_sid, row])),
    };
  } finally {
    await client.end();
  }
}
