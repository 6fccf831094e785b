import { Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { RINGS_ITSELF } from "./errors.ts";
import { getNumber } from "./numbers.ts";
import { type NumberChange, type NumberResponse, numberResponse } from "./schema.ts";

/** Changes how a number rings; what is not named stays. @throws Refused not_found or rings_itself. */
export async function changeNumber(scope: Scope, id: string, change: NumberChange): Promise<NumberResponse> {
  const before = await getNumber(scope, id);
  await refuseCircle(scope, change.forward_to ?? []);
  const fields = Object.keys(change) as (keyof NumberChange)[];
  const changed = fields.filter((field) => JSON.stringify(change[field]) !== JSON.stringify(before[field]));
  if (changed.length === 0) return numberResponse.parse(before);
  await scope.tx
    .updateTable("phone_numbers")
    .set(change)
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .execute();
  const changes = Object.fromEntries(changed.map((field) => [field, { from: before[field], to: change[field] }]));
  await scope.audit({ entity_type: "phone_number", entity_id: id, action: "changed", changes });
  scope.nudge("settings", id);
  return numberResponse.parse(await getNumber(scope, id));
}

/** @throws Refused rings_itself when a phone to be rung is a number of the business. */
export async function refuseCircle(scope: Scope, forwardTo: readonly string[]): Promise<void> {
  if (forwardTo.length === 0) return;
  const own = await scope.tx
    .selectFrom("phone_numbers")
    .select("id")
    .where("tenant_id", "=", scope.tenantId)
    .where("phone_number", "in", forwardTo)
    .executeTakeFirst();
  if (own !== undefined) throw new Refused(RINGS_ITSELF);
}
