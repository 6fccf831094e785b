import { sql } from "kysely";
import type { Invariant } from "#platform/invariants.ts";

export const doubleBookings: Invariant = {
  id: "I10",
  sentence: "No resource is booked twice.",
  async check(tx) {
    const { rows } = await sql<{ one: string; other: string }>`
      select one.id as one, other.id as other
      from appointments one
      join appointments other on other.tenant_id = one.tenant_id and other.resource_id = one.resource_id and other.id > one.id
       and tstzrange(other.scheduled_start, other.blocked_until) && tstzrange(one.scheduled_start, one.blocked_until)
      where one.status not in ('cancelled', 'no_show') and other.status not in ('cancelled', 'no_show')`.execute(tx);
    return rows.map((row) => `Appointments ${row.one} and ${row.other} overlap for one resource.`);
  },
};
