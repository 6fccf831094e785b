import { sql } from "kysely";
import { z } from "zod";
import { momentOfId } from "#platform/ids.ts";
import type { Tx } from "#platform/scope.ts";
import type { Call } from "./calls.ts";
import { MISSED_REASONS } from "./missed.ts";
import type { Announced, LedgerEntry } from "./rebuild.ts";
import { callAnswered, callMissed } from "./schema.ts";

/** The whole ledger of some calls, each in the order of its entries. */
export async function selectLedgers(tx: Tx, callIds: string[]): Promise<Map<string, LedgerEntry[]>> {
  if (callIds.length === 0) return new Map();
  const entries = await tx
    .selectFrom("call_events")
    .select(["id", "call_id", "event_type", "occurred_at", "received_at", "payload"])
    .where("call_id", "in", callIds)
    .orderBy("call_id")
    .orderBy("id")
    .execute();
  return Map.groupBy(entries, ({ call_id }) => call_id);
}

const NOTHING: Announced = { missed: null, answered_id: null };
const missedPayload = z.object({ reason: z.enum(MISSED_REASONS) });
type AnnouncedRow = { id: string; type: string; call_id: string; payload: unknown };

/** What was announced of some calls: why they were missed when that became known, and where they were last called answered. */
export async function selectAnnounced(tx: Tx, calls: readonly Span[]): Promise<{ of(callId: string): Announced }> {
  if (calls.length === 0) return { of: () => NOTHING };
  const { from, until } = spanOf(calls);
  const { rows } = await sql<AnnouncedRow>`
    select id, type, payload ->> 'call_id' as call_id, payload from events
    where type in (${callMissed.type}, ${callAnswered.type}) and id between id_floor(${from}) and id_floor(${until})
      and payload ->> 'call_id' = any(${calls.map(({ id }) => id)}) order by id`.execute(tx);
  const byCall = Map.groupBy(rows, ({ call_id }) => call_id);
  return { of: (callId) => announcedIn(byCall.get(callId) ?? []) };
}

type Span = Pick<Call, "id" | "finalized_at">;

/** The clocks of two processes may differ a little. */
const SKEW = { minutes: 1 };
const END_OF_TIME = Temporal.Instant.from("9999-01-01T00:00:00Z");

/** Of a call something is announced between its first webhook and its close. */
function spanOf(calls: readonly Span[]) {
  const ends = calls.map(({ finalized_at }) => finalized_at ?? END_OF_TIME);
  const first = calls.map(({ id }) => momentOfId(id)).toSorted(Temporal.Instant.compare)[0] ?? END_OF_TIME;
  const last = ends.toSorted(Temporal.Instant.compare).at(-1) ?? END_OF_TIME;
  return { from: first.subtract(SKEW), until: last.add(SKEW) };
}

function announcedIn(rows: readonly AnnouncedRow[]): Announced {
  const missed = rows.find(({ type }) => type === callMissed.type);
  return {
    missed: missed === undefined ? null : missedPayload.parse(missed.payload).reason,
    answered_id: rows.findLast(({ type }) => type === callAnswered.type)?.id ?? null,
  };
}
