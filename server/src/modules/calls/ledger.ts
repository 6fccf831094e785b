import { findContactByPhone } from "#contacts";
import { isListed, type StoredWebhook } from "#intake";
import type { Scope } from "#platform/scope.ts";
import { readPhone } from "#platform/values/phone.ts";
import type { Call } from "./calls.ts";
import type { Entry } from "./counted.ts";
import type { CallEvent } from "./fold.ts";
import { isOfLeg } from "./fold.ts";

/** The sid of the call that a webhook is about; of a phone that we rang, the call it was rung for. */
export function callSidOf(topic: string, params: StoredWebhook["params"]): string | null {
  const sid = isOfLeg(topic) ? params["ParentCallSid"] : params["CallSid"];
  return sid === undefined || sid === "" ? null : sid;
}

/** The call with this sid, locked for this transaction; opened now if this is the first that is heard of it. */
export async function openCall(
  scope: Scope,
  webhook: StoredWebhook,
  callSid: string,
): Promise<{ call: Call; isNew: boolean }> {
  const known = await findLocked(scope, callSid);
  if (known !== null) return { call: known, isNew: false };
  const opened = await scope.tx
    .insertInto("calls")
    .values({ tenant_id: scope.tenantId, id: scope.newId(), call_sid: callSid, ...firstImpression(webhook) })
    .onConflict((conflict) => conflict.columns(["tenant_id", "call_sid"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (opened === undefined) return { call: await lockCall(scope, callSid), isNew: false };
  if (opened.customer_phone === null) return { call: opened, isNew: true };
  const contact = await findContactByPhone(scope, opened.customer_phone);
  return { call: { ...opened, contact_id: contact?.id ?? null }, isNew: true };
}

type Opening = Pick<StoredWebhook, "params" | "number" | "receivedAt"> & { topic: string };

/** What the first webhook tells; the ledger will say it better. */
export function firstImpression({ topic, params, number, receivedAt }: Opening) {
  const isOutbound = !isOfLeg(topic) && params["Direction"]?.startsWith("outbound") === true;
  const caller_phone = params["From"] ?? "";
  const called_phone = isOfLeg(topic) ? number.phoneNumber : (params["To"] ?? "");
  return {
    parent_call_sid: isOfLeg(topic) ? null : (params["ParentCallSid"] ?? null),
    phone_number_id: number.id,
    caller_phone,
    called_phone,
    customer_phone: readPhone(isOutbound ? called_phone : caller_phone),
    direction: isOutbound ? "outbound" : "inbound",
    started_at: receivedAt,
  };
}

/** The call with this sid, locked for this transaction. @throws when there is none. */
export async function lockCall(scope: Scope, callSid: string): Promise<Call> {
  const call = await findLocked(scope, callSid);
  if (call === null) throw new Error(`There is no call ${callSid}.`);
  return call;
}

async function findLocked(scope: Scope, callSid: string): Promise<Call | null> {
  const call = await scope.tx
    .selectFrom("calls")
    .selectAll()
    .where("tenant_id", "=", scope.tenantId)
    .where("call_sid", "=", callSid)
    .forUpdate()
    .executeTakeFirst();
  return call ?? null;
}

/** An entry of the ledger on its way in, with the webhook that brought it. */
export type HeardEvent = CallEvent & { event_key: string; webhook: StoredWebhook };

/** Writes events into the ledger. Returns those that were not there yet. */
export async function appendEvents(scope: Scope, call: Call, heard: readonly HeardEvent[]): Promise<HeardEvent[]> {
  const appended = await scope.tx
    .insertInto("call_events")
    .values(
      heard.map(({ webhook, ...event }) => ({
        tenant_id: scope.tenantId,
        id: scope.newId(),
        call_id: call.id,
        call_sid: call.call_sid,
        event_type: event.event_type,
        event_key: event.event_key,
        sequence_number: sequenceNumber(webhook.params["SequenceNumber"]),
        occurred_at: event.occurred_at,
        received_at: webhook.receivedAt,
        payload: JSON.stringify(event.payload),
        source: isListed(webhook.topic) ? "reconciliation" : "webhook",
        inbox_id: webhook.id,
      })),
    )
    .onConflict((conflict) => conflict.columns(["tenant_id", "call_id", "event_key"]).doNothing())
    .returning("event_key")
    .execute();
  const keys = new Set(appended.map(({ event_key }) => event_key));
  return heard.filter(({ event_key }) => keys.has(event_key));
}

/** The ledger of a call, in the order of its entries. */
export async function selectEvents(scope: Scope, callId: string): Promise<Entry[]> {
  return scope.tx
    .selectFrom("call_events")
    .select(["id", "event_type", "occurred_at", "payload"])
    .where("tenant_id", "=", scope.tenantId)
    .where("call_id", "=", callId)
    .orderBy("id")
    .execute();
}

/** The ledger of the call with this sid; empty when nothing has been received of it yet. */
export async function selectEventsOf(scope: Scope, callSid: string): Promise<CallEvent[]> {
  return scope.tx
    .selectFrom("call_events")
    .innerJoin("calls", (join) =>
      join.onRef("calls.tenant_id", "=", "call_events.tenant_id").onRef("calls.id", "=", "call_events.call_id"),
    )
    .select(["call_events.event_type", "call_events.occurred_at", "call_events.payload"])
    .where("calls.tenant_id", "=", scope.tenantId)
    .where("calls.call_sid", "=", callSid)
    .execute();
}

function sequenceNumber(field: string | undefined): number | null {
  return field !== undefined && /^\d{1,9}$/.test(field) ? Number(field) : null;
}
