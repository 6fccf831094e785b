import type { Scope } from "#platform/scope.ts";
import type { AppointmentResponse } from "./schema.ts";

const OVER = ["cancelled", "no_show"] as const;

export async function selectActiveResources(scope: Scope): Promise<string[]> {
  const rows = await scope.tx
    .selectFrom("resources")
    .select("id")
    .where("is_active", "=", true)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

/** Live appointments that touch the span. */
export async function selectBusy(scope: Scope, from: Temporal.Instant, to: Temporal.Instant, except?: string) {
  let query = scope.tx
    .selectFrom("appointments")
    .select(["resource_id", "scheduled_start as start", "blocked_until"])
    .where("status", "not in", OVER)
    .where("scheduled_start", "<", to)
    .where("blocked_until", ">", from);
  if (except !== undefined) query = query.where("id", "<>", except);
  return query.execute();
}

function appointments(scope: Scope) {
  return scope.tx
    .selectFrom("appointments")
    .innerJoin("resources", (join) =>
      join
        .onRef("resources.tenant_id", "=", "appointments.tenant_id")
        .onRef("resources.id", "=", "appointments.resource_id"),
    )
    .leftJoin("contact_facts", (join) =>
      join
        .onRef("contact_facts.tenant_id", "=", "appointments.tenant_id")
        .onRef("contact_facts.id", "=", "appointments.contact_id"),
    )
    .selectAll("appointments")
    .select([
      "resources.name as resource_name",
      "contact_facts.name as contact_name",
      "contact_facts.phone as contact_phone",
    ])
    .where("appointments.tenant_id", "=", scope.tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof appointments>["executeTakeFirstOrThrow"]>>;

export async function listAppointments(
  scope: Scope,
  filter: { from: Temporal.Instant; to: Temporal.Instant; contactId?: string | undefined },
) {
  let query = appointments(scope).where("scheduled_start", "<", filter.to).where("scheduled_end", ">", filter.from);
  if (filter.contactId !== undefined) query = query.where("contact_id", "=", filter.contactId);
  return (await query.orderBy("scheduled_start").orderBy("appointments.id").limit(1000).execute()).map(response);
}

export async function findAppointment(scope: Scope, id: string): Promise<AppointmentResponse | null> {
  const row = await appointments(scope).where("appointments.id", "=", id).executeTakeFirst();
  return row === undefined ? null : response(row);
}

/** The same, locked until the end of the transaction. */
export async function findAppointmentToChange(scope: Scope, id: string): Promise<AppointmentResponse | null> {
  const row = await appointments(scope).where("appointments.id", "=", id).forUpdate("appointments").executeTakeFirst();
  return row === undefined ? null : response(row);
}

/** The contact's next visit that is neither over nor cancelled. */
export async function findUpcoming(scope: Scope, contactId: string): Promise<AppointmentResponse | null> {
  const row = await appointments(scope)
    .where("contact_id", "=", contactId)
    .where("appointments.status", "in", ["scheduled", "confirmed"])
    .where("scheduled_end", ">", scope.now())
    .orderBy("scheduled_start")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : response(row);
}

function response(row: Row): AppointmentResponse {
  const { resource_id, resource_name, contact_id, contact_name, contact_phone } = row;
  return {
    ...row,
    // The table's CHECK constraints hold the closed sets.
    status: row.status as AppointmentResponse["status"],
    booked_by: row.booked_by as AppointmentResponse["booked_by"],
    resource: { id: resource_id, name: resource_name },
    contact: { id: contact_id, name: contact_name, phone: contact_phone },
  };
}
