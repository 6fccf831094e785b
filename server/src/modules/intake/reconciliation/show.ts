import { sql } from "kysely";
import type { Scope } from "#platform/scope.ts";
import type { ComparisonResponse } from "./schema.ts";
import { type SyncState, selectSyncStates } from "./sync-state.ts";

/** How the business's lists at the carrier compare with ours. */
export async function showComparisons(scope: Scope): Promise<ComparisonResponse[]> {
  const states = await selectSyncStates(scope);
  return Promise.all(states.map((state) => show(scope, state)));
}

async function show(scope: Scope, state: SyncState): Promise<ComparisonResponse> {
  const { status, window_from, window_until, at_carrier, here, undecided, finished_at: checked_at, error } = state;
  return {
    // The table's CHECK constraints hold the closed sets.
    resource: state.resource as ComparisonResponse["resource"],
    status: status as ComparisonResponse["status"],
    window_from,
    window_until,
    at_carrier,
    here,
    ...(await repairsOf(scope, state)),
    undecided,
    checked_at,
    error,
  };
}

type Repairs = Pick<ComparisonResponse, "repaired" | "last_repair_at">;

/** What was repaired within the window of the last comparison. */
async function repairsOf(scope: Scope, { account_id, resource, window_from }: SyncState): Promise<Repairs> {
  const { rows } = await sql<Repairs>`
    select count(distinct about)::int as repaired, max(repaired_at) as last_repair_at from repairs
    where tenant_id = ${scope.tenantId} and account_id = ${account_id} and resource = ${resource}
      and repaired_at >= ${window_from}`.execute(scope.tx);
  return rows[0] ?? { repaired: 0, last_repair_at: null };
}
