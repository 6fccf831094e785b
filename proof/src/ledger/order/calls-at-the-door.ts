import type { Chance } from "../../../../simulator/src/chance.ts";
import { sideBySide } from "../../ground/side-by-side.ts";
import { type CallKind, paramsOf } from "./calls.ts";
import { type Door, type DoorOutcome, lineFor } from "./door.ts";
import { differencesOfKinds, keptWhen } from "./kept.ts";
import { anyOrder } from "./orders.ts";

const CALLER = "+15125550142";
const CALLS_AT_ONCE = 16;

/** All calls came in at one moment, half a minute ago: what is kept of them does not depend on when it was told. */
export async function tellCalls(
  door: Door,
  chance: Chance,
  kinds: readonly CallKind[],
  count: number,
): Promise<DoorOutcome> {
  const began = Temporal.Now.instant().subtract({ seconds: 30 }).round("second");
  const calls = kinds.flatMap((kind) =>
    Array.from({ length: count }, (_none, place) => ({
      kind,
      callSid: `CA${chance.hex(31, "door", kind.name, place)}0`,
      reports: anyOrder(kind.reports, chance, "door", kind.name, place),
    })),
  );
  await sideBySide(calls, CALLS_AT_ONCE, async ({ kind, callSid, reports }) => {
    const line = lineFor(door.town, kind.mode);
    const call = { callSid, from: CALLER, to: line.phoneNumber };
    for (const report of reports) await door.post(line, report.topic, paramsOf(report, call, began));
  });
  await door.drained();
  // Some calls are judged seconds after their end only, when the carrier will say no more.
  const kept = await keptWhen(door.town.database.owner, CALLS, (rows) =>
    calls.every(({ callSid }) => rows.get(callSid)?.end !== "undecided"),
  );
  return {
    told: calls.length,
    posted: calls.reduce((sum, { reports }) => sum + reports.length, 0),
    violations: differencesOfKinds(kinds, calls, ({ callSid }) => kept.get(callSid)),
  };
}

/** Calls and who took part in them, without what names them and what tells when they were written down. */
const CALLS = `
  select call_sid as sid, coalesce(missed_reason, case when answered then 'answered' end, 'undecided') as "end",
         concat(to_jsonb(calls) - '{id,call_sid,created_at,updated_at,is_final,finalized_at,sync_state,conversation_id,contact_id}'::text[],
           (select jsonb_agg(to_jsonb(one) - '{id,call_id,leg_sid,created_at,updated_at}'::text[] order by right(leg_sid, 1))
            from call_participants one where one.tenant_id = calls.tenant_id and one.call_id = calls.id)) as "all"
  from calls`;
