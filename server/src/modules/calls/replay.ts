import { type Selectable, sql } from "kysely";
import type { CallParticipants } from "#platform/database/database-types.ts";
import {
  type Compared,
  type Deviation,
  defineProjection,
  differencesBetween,
  type Range,
} from "#platform/projections.ts";
import type { Scope, Tx } from "#platform/scope.ts";
import type { CallState } from "./call-state.ts";
import type { Call } from "./calls.ts";
import { selectAnnounced, selectLedgers } from "./histories.ts";
import { participantsOf, saveParticipants } from "./participants.ts";
import { type RebuiltCall, rebuild } from "./rebuild.ts";

/** Every call and who took part in it, as the ledger tells it. */
export const callsOfLedger = defineProjection("calls", compareCalls);

async function compareCalls(tx: Tx, range: Range): Promise<Compared> {
  const calls = await selectCalls(tx, range);
  const ids = calls.map(({ id }) => id);
  const ledgers = await selectLedgers(tx, ids);
  const announced = await selectAnnounced(tx, calls);
  const participants = await selectParticipants(tx, ids);
  const deviations = calls.flatMap((call) => {
    const history = {
      call,
      ledger: ledgers.get(call.id) ?? [],
      announced: announced.of(call.id),
      number: numberOf(call),
    };
    return deviationOf(call, rebuild(history), participants.get(call.id) ?? []);
  });
  const events = [...ledgers.values()].reduce((sum, ledger) => sum + ledger.length, 0);
  return { rows: calls.length, events, last: ids.at(-1) ?? null, deviations };
}

type KnownCall = Call & { number_phone: string | null };

async function selectCalls(tx: Tx, range: Range): Promise<KnownCall[]> {
  const calls = tx
    .selectFrom("calls")
    .leftJoin("number_facts", (join) =>
      join
        .onRef("number_facts.tenant_id", "=", "calls.tenant_id")
        .onRef("number_facts.id", "=", "calls.phone_number_id"),
    )
    .selectAll("calls")
    .select("number_facts.phone_number as number_phone")
    .orderBy("calls.id");
  if ("held" in range) return calls.where("calls.id", "in", range.held).forUpdate("calls").execute();
  if ("named" in range) return calls.where(sql<boolean>`${range.named} in (calls.id::text, calls.call_sid)`).execute();
  return calls.where("calls.id", ">", range.after).limit(range.most).execute();
}

const numberOf = ({ phone_number_id, number_phone }: KnownCall) => ({
  id: phone_number_id ?? "",
  phoneNumber: number_phone ?? "",
});

type Participant = Selectable<CallParticipants>;

async function selectParticipants(tx: Tx, ids: string[]): Promise<Map<string, Participant[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom("call_participants").selectAll().where("call_id", "in", ids).execute();
  return Map.groupBy(rows, ({ call_id }) => call_id);
}

/** A call that nothing was ever heard of is left as it is. */
function deviationOf(call: Call, rebuilt: ReturnType<typeof rebuild>, kept: Participant[]): Deviation[] {
  if (rebuilt === null) return [];
  const { row, state } = rebuilt;
  const differences = [...differencesBetween(call, row), ...participantsOff({ ...call, ...row }, state, kept)];
  if (differences.length === 0) return [];
  return [{ id: call.id, differences, mend: (scope) => mend(scope, { ...call, ...row }, row, state) }];
}

/** Who takes part in a call that goes on is written down with its next turn. */
function participantsOff(call: Call, state: CallState, kept: Participant[]) {
  if (call.ended_at === null) return [];
  return participantsOf(call, state).flatMap((participant) => {
    const row = kept.find(({ leg_sid }) => leg_sid === participant.leg_sid) ?? {};
    return differencesBetween(row, participant).map((difference) => ({
      ...difference,
      column: `participant ${participant.leg_sid} ${difference.column}`,
    }));
  });
}

/** Nothing is announced, nobody is woken: what happened has happened long ago. */
async function mend(scope: Scope, call: Call, row: RebuiltCall, state: CallState): Promise<void> {
  await scope.tx
    .updateTable("calls")
    .set(row)
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", call.id)
    .execute();
  if (call.ended_at !== null) await saveParticipants(scope, call, state);
}
