import type { Scope } from "#platform/scope.ts";
import { type CallRow, callsWithContext, textBackOf } from "./queries.ts";
import type { LiveCall } from "./schema.ts";

/** A missed call stays on the board so long. */
const MISSED_SHOWN = { minutes: 10 };
const MOST_SHOWN = 50;

/** The board: what rings, who is talking, whom we missed just now; newest first. */
export async function selectLiveCalls(scope: Scope): Promise<LiveCall[]> {
  const shownFrom = scope.now().subtract(MISSED_SHOWN);
  const rows = await callsWithContext(scope)
    .where("calls.direction", "=", "inbound")
    .where((eb) =>
      eb.or([
        eb.and([eb("calls.is_final", "=", false), eb("calls.ended_at", "is", null)]),
        eb.and([eb("calls.missed", "=", true), eb("calls.started_at", ">=", shownFrom)]),
      ]),
    )
    .orderBy("calls.started_at", "desc")
    .orderBy("calls.id", "desc")
    .limit(MOST_SHOWN)
    .execute();
  const appointments = await selectLastAppointments(scope, rows);
  return rows.map((row) => ({
    id: row.id,
    state: stateOf(row),
    customer_phone: row.customer_phone,
    caller_city: row.caller_city,
    caller_state: row.caller_state,
    contact: row.contact_id === null ? null : { id: row.contact_id, name: row.contact_name },
    last_appointment: appointments.get(row.contact_id ?? "") ?? null,
    started_at: row.started_at,
    answered_at: row.answered_at,
    ended_at: row.ended_at,
    conversation_id: row.conversation_id,
    text_back: textBackOf(row),
  }));
}

function stateOf({ missed, answered_at }: CallRow): LiveCall["state"] {
  if (missed === true) return "missed";
  return answered_at === null ? "ringing" : "talking";
}

/** The latest visit of each caller who is a contact, by contact. */
async function selectLastAppointments(
  scope: Scope,
  rows: CallRow[],
): Promise<Map<string, LiveCall["last_appointment"]>> {
  const contactIds = [...new Set(rows.flatMap((row) => row.contact_id ?? []))];
  if (contactIds.length === 0) return new Map();
  const visits = await scope.tx
    .selectFrom("appointment_facts")
    .select(["id", "contact_id", "scheduled_start", "service_type", "status"])
    .distinctOn("contact_id")
    .where("tenant_id", "=", scope.tenantId)
    .where("contact_id", "in", contactIds)
    .where("status", "<>", "cancelled")
    .orderBy("contact_id")
    .orderBy("scheduled_start", "desc")
    .$narrowType<{
      id: string;
      contact_id: string;
      scheduled_start: Temporal.Instant;
      service_type: string;
      status: string;
    }>()
    .execute();
  return new Map(visits.map(({ contact_id, ...visit }) => [contact_id, visit]));
}
