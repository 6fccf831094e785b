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

type KnownLeg = {
  leg_sid: string;
  phone_number_id: string | null;
  is_heard: boolean;
  has_ended: boolean;
  has_price: boolean;
};

/** Of a leg that was never heard of, the call tells whose it is. */
async function compareLegs(scope: Scope, rows: readonly WebhookParams[]): Promise<Map<string, Standing>> {
  const callSids = rows.map((row) => row["ParentCallSid"] ?? "");
  const { rows: known } = await sql<KnownLeg>`
    select listed.leg_sid, calls.phone_number_id, leg.id is not null as is_heard, leg.left_at is not null as has_ended,
           leg.price is not null as has_price
    from unnest(${rows.map(sidOf)}::text[], ${callSids}::text[]) as listed (leg_sid, call_sid)
    join calls on calls.tenant_id = ${scope.tenantId} and calls.call_sid = listed.call_sid
    left join call_participants leg
      on leg.tenant_id = calls.tenant_id and leg.call_id = calls.id and leg.leg_sid = listed.leg_sid`.execute(scope.tx);
  const legs = new Map(known.map((leg) => [leg.leg_sid, leg]));
  return new Map(rows.map((row) => [sidOf(row), standingOfLeg(legs.get(sidOf(row)), row)]));
}

function standingOfLeg(leg: KnownLeg | undefined, row: WebhookParams): Standing {
  if (!isOver(readStatus(row["CallStatus"]))) return { kind: "held" };
  const phoneNumberId = leg?.phone_number_id ?? null;
  if (leg?.is_heard !== true) return { kind: "missing", phoneNumberId };
  if (!leg.has_ended) return { kind: "behind", phoneNumberId };
  return { kind: row["Price"] !== undefined && !leg.has_price ? "completed" : "held", phoneNumberId };
}
