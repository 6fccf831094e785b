import { sql } from "kysely";
import type { Invariant } from "#platform/invariants.ts";

/** A missed call may be on its way through the house for so long. */
const GRACE = sql`interval '2 minutes'`;

export const everyMissedCallIsAnswered: Invariant = {
  id: "I4",
  sentence: "Every missed call has a text, a task or a recorded reason.",
  async check(tx) {
    const { rows } = await sql<{ id: string }>`
      select call.id from call_facts call
      left join text_backs on text_backs.tenant_id = call.tenant_id and text_backs.call_id = call.id
      where call.id >= id_floor(app_now() - interval '2 days') and call.missed and call.direction = 'inbound' and text_backs.id is null
        and coalesce(call.ended_at, call.started_at) < app_now() - ${GRACE}`.execute(tx);
    return rows.map(({ id }) => `The missed call ${id} has neither a text nor a reason for none.`);
  },
};
