import { sql } from "kysely";
import type { ListedTopic, Standing, WebhookParams } from "#intake";
import type { Scope } from "#platform/scope.ts";
import { isOver, readStatus } from "./status.ts";

const sidOf = (row: WebhookParams) => row["CallSid"] ?? "";

/** What of the carrier's list of calls we have not heard. */
export const listedCalls: ListedTopic = { topic: "call-listed", sidOf, compare: compareCalls };

/** The same of the phones that our calls rang. */
export const listedLegs: ListedTopic = { topic: "leg-listed", sidOf, compare: compareLegs };

type KnownCall = {
  call_sid: string;
  ended_at: Temporal.Instant | null;
  duration_seconds: number | null;
  missed: boolean | null;
  has_price: boolean;
  is_unreported: boolean;
};

async function compareCalls(scope: Scope, rows: readonly WebhookParams[]): Promise<Map<string, Standing>> {
  const { rows: known } = await sql<KnownCall>`
    select call_sid, ended_at, duration_seconds, missed, price is not null as has_price,
           coalesce(disconnect_reason = 'never_reported', false) as is_unreported
    from calls where tenant_id = ${scope.tenantId} and call_sid = any(${rows.map(sidOf)}::text[])`.execute(scope.tx);
  const listed = new Map(rows.map((row) => [sidOf(row), row]));
  return new Map(known.map((call) => [call.call_sid, standingOfCall(call, listed.get(call.call_sid) ?? {})]));
}

/** A call that comes in has its end reported, nothing before it. */
function standingOfCall(call: KnownCall, row: WebhookParams): Standing {
  if (!isOver(readStatus(row["CallStatus"]))) return { kind: "held" };
  const knowsEnd = call.ended_at !== null && !call.is_unreported;
  const knowsDuration = call.duration_seconds !== null || row["CallDuration"] === undefined;
  const isOpen = call.missed === null;
  if (!knowsEnd || !knowsDuration) return { kind: "behind", isOpen };
  return { kind: row["Price"] !== undefined && !call.has_price ? "completed" : "held", isOpen };
}

async function compareLegs(scope: Scope, rows: readonly WebhookParams[]): Promise<Map<string, Standing>> {
  const known = await scope.tx
    .selectFrom("call_participants")
    .select(["leg_sid", "left_at"])
    .where("tenant_id", "=", scope.tenantId)
    .where("leg_sid", "in", rows.map(sidOf))
    .execute();
  const ended = new Set(known.filter(({ left_at }) => left_at !== null).map(({ leg_sid }) => leg_sid));
  const heard = new Set(known.map(({ leg_sid }) => leg_sid));
  const standingOfLeg = (row: WebhookParams): Standing => {
    if (!isOver(readStatus(row["CallStatus"])) || ended.has(sidOf(row))) return { kind: "held" };
    return { kind: heard.has(sidOf(row)) ? "behind" : "missing" };
  };
  return new Map(rows.map((row) => [sidOf(row), standingOfLeg(row)]));
}
