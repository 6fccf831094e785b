import { sql } from "kysely";
import { accountOf } from "#numbers";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { getBusiness } from "#tenants";
import type { CallsSummary } from "./schema.ts";

/** The day so far, beside the carrier's own count of the calls: here and there are equal when nothing was lost. */
export async function summarise(ports: Ports, tenantId: string): Promise<CallsSummary> {
  const { since, ...counts } = await ports.scope(tenantId, SYSTEM, countToday);
  const checkedAt = ports.clock.now();
  const at_carrier = await countAtCarrier(ports, tenantId, since);
  return { ...counts, at_carrier, last_checked_at: at_carrier === null ? null : checkedAt };
}

async function countToday(scope: Scope) {
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
  return { since, today, here: today, missed_today: missed, texted_today: texted, booked_today: booked };
}

async function countAtCarrier(ports: Ports, tenantId: string, since: Temporal.Instant): Promise<number | null> {
  try {
    return await ports.telephony.countCalls(await accountOf(ports, tenantId), since);
  } catch (error) {
    ports.log.debug({ err: error }, "the carrier could not be asked for its calls");
    return null;
  }
}
