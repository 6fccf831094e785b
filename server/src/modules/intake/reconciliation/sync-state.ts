import type { Selectable } from "kysely";
import type { SyncState as Row } from "#platform/database/database-types.ts";
import type { Scope } from "#platform/scope.ts";
import type { CarrierTrouble } from "./carrier-trouble.ts";
import type { Tally } from "./tally.ts";
import { type Window, windowOf } from "./window.ts";

export const RESOURCES = ["calls", "messages"] as const;
export type Resource = (typeof RESOURCES)[number];

export type SyncState = Selectable<Row>;

/** Which list of which account. */
export type Whose = { accountId: string; resource: Resource };

/** Notes that a comparison begins, and says what it covers. One that was cut off is done anew, from where it began. */
export async function beginComparison(scope: Scope, whose: Whose, since?: Temporal.Instant): Promise<Window> {
  const { cursor } = await scope.tx
    .insertInto("sync_state")
    .values({
      tenant_id: scope.tenantId,
      id: scope.newId(),
      account_id: whose.accountId,
      resource: whose.resource,
      started_at: scope.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "account_id", "resource"])
        .doUpdateSet({ status: "running", started_at: scope.now() }),
    )
    .returning("cursor")
    .executeTakeFirstOrThrow();
  return windowOf(cursor, scope.now(), since);
}

/** Notes what a comparison came to; only now the cursor moves. */
export async function finishComparison(scope: Scope, whose: Whose, window: Window, tally: Tally): Promise<SyncState> {
  return change(scope, whose, {
    status: "done",
    cursor: window.until,
    finished_at: scope.now(),
    window_from: window.from,
    window_until: window.until,
    at_carrier: tally.at_carrier,
    here: tally.at_carrier - tally.missing,
    missing: tally.missing,
    repaired: tally.repaired.size,
    undecided: tally.undecided.size,
    error: null,
    error_code: null,
  });
}

/** Notes why a comparison did not come to its end. The counts of the last one stay. */
export async function failComparison(scope: Scope, whose: Whose, trouble: CarrierTrouble): Promise<SyncState> {
  return change(scope, whose, { status: "failed", error: trouble.message, error_code: trouble.code });
}

async function change(scope: Scope, { accountId, resource }: Whose, columns: Partial<SyncState>): Promise<SyncState> {
  return scope.tx
    .updateTable("sync_state")
    .set(columns)
    .where("tenant_id", "=", scope.tenantId)
    .where("account_id", "=", accountId)
    .where("resource", "=", resource)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The business's rows: of each list, how far it was compared. */
export async function selectSyncStates(scope: Scope): Promise<SyncState[]> {
  return scope.tx
    .selectFrom("sync_state")
    .selectAll()
    .where("tenant_id", "=", scope.tenantId)
    .orderBy("resource")
    .orderBy("account_id")
    .execute();
}
