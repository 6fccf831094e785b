import type { Selectable } from "kysely";
import type { z } from "zod";
import type { ExcludedCallers } from "#platform/database/database-types.ts";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { readPhone } from "#platform/values/phone.ts";
import { BAD_PHONE } from "./errors.ts";
import type { ExcludedCaller, newExcludedCaller } from "./schema.ts";

/** Family, crew and suppliers: never texted by a machine. */
export async function isExcluded(scope: Scope, phone: string): Promise<boolean> {
  const row = await excluded(scope).select("id").where("phone", "=", phone).executeTakeFirst();
  return row !== undefined;
}

/** The latest first. */
export async function listExcludedCallers(scope: Scope): Promise<ExcludedCaller[]> {
  const rows = await excluded(scope).selectAll().orderBy("created_at", "desc").orderBy("id", "desc").execute();
  return rows.map(read);
}

/** Excludes a number, or says anew why it is excluded. @throws Refused bad_phone. */
export async function excludeCaller(scope: Scope, caller: z.output<typeof newExcludedCaller>): Promise<ExcludedCaller> {
  const phone = readPhone(caller.phone);
  if (phone === null) throw new Refused(BAD_PHONE);
  const said = { reason: caller.reason, name: caller.name ?? null };
  const row = await scope.tx
    .insertInto("excluded_callers")
    .values({ tenant_id: scope.tenantId, id: scope.newId(), phone, ...said })
    .onConflict((conflict) => conflict.columns(["tenant_id", "phone"]).doUpdateSet(said))
    .returningAll()
    .executeTakeFirstOrThrow();
  await scope.audit({
    entity_type: "excluded_caller",
    entity_id: row.id,
    action: "excluded",
    changes: { reason: caller.reason },
  });
  scope.nudge("settings", row.id);
  return read(row);
}

/** @throws Refused not_found. */
export async function includeCaller(scope: Scope, id: string): Promise<void> {
  const { numDeletedRows } = await scope.tx
    .deleteFrom("excluded_callers")
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Refused(NOT_FOUND, "This number is not excluded.");
  await scope.audit({ entity_type: "excluded_caller", entity_id: id, action: "included" });
  scope.nudge("settings", id);
}

function excluded(scope: Scope) {
  return scope.tx.selectFrom("excluded_callers").where("tenant_id", "=", scope.tenantId);
}

function read(row: Selectable<ExcludedCallers>): ExcludedCaller {
  // The table's CHECK constraint holds the closed set.
  return { ...row, reason: row.reason as ExcludedCaller["reason"] };
}
