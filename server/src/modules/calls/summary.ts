import { sql } from "kysely";
import type { Scope } from "#platform/scope.ts";
import { getBusiness } from "#tenants";
import type { CallsSummary } from "./schema.ts";

/** The day so far, in the business's own time zone. */
export async function summarise(scope: Scope): Promise<CallsSummary> {
  const { timezone } = await getBusiness(scope);
  const since = scope.now().toZonedDateTimeISO(timezone).startOfDay().toInstant();
  const { rows } = await sql<{ today: number; missed: number; texted: number; booked: number }>`
    select count(*)::int as today,
           count(*) filter (where missed)::int as missed,
           (select count(*)::int from text_back_facts
            where tenant_id = ${scope.tenantId} and outcome = 'texted' and created_at >= ${since}) as texted,
           (select count(*)::int from appointment_facts
            where tenant_id = ${scope.tenantId} and created_at >= ${since} and status <> 'cancelled') as booked
    from calls where tenant_id = ${scope.tenantId} and started_at >= ${since}`.execute(scope.tx);
  const { today = 0, missed = 0, texted = 0, booked = 0 } = rows[0] ?? {};
  return { today, missed_today: missed, texted_today: texted, booked_today: booked };
}
