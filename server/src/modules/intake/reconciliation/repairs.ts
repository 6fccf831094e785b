import { sql } from "kysely";
import type { Scope } from "#platform/scope.ts";
import type { ComparedRow } from "./compare-page.ts";
import type { Whose } from "./sync-state.ts";

/** Notes what of a page is repaired, each repair once, however often it is found before its webhook is received. */
export async function noteRepairs(scope: Scope, whose: Whose, rows: readonly ComparedRow[]): Promise<void> {
  const repaired = rows.filter(({ finding }) => finding.fate === "repaired");
  if (repaired.length === 0) return;
  await scope.tx
    .insertInto("repairs")
    .values(
      repaired.map(({ dedupeKey, about, finding }) => ({
        tenant_id: scope.tenantId,
        dedupe_key: dedupeKey,
        account_id: whose.accountId,
        resource: whose.resource,
        about,
        was_missing: finding.isCounted && finding.standing.kind === "missing",
      })),
    )
    .onConflict((conflict) => conflict.columns(["tenant_id", "dedupe_key"]).doNothing())
    .execute();
}

/** Calls or texts of which something was repaired, and those of them that we had never heard of. */
export type RepairCounts = { missing: number; repaired: number };

/** Marks what nobody was told of yet as told, and counts it. */
export async function takeUnannounced(scope: Scope, { accountId, resource }: Whose): Promise<RepairCounts> {
  const { rows } = await sql<RepairCounts>`
    with told as (
      update repairs set announced_at = app_now()
      where tenant_id = ${scope.tenantId} and account_id = ${accountId} and resource = ${resource} and announced_at is null
      returning about, was_missing)
    select count(distinct about) filter (where was_missing)::int as missing, count(distinct about)::int as repaired
    from told`.execute(scope.tx);
  return rows[0] ?? { missing: 0, repaired: 0 };
}
