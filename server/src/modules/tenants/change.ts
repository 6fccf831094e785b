import type { Scope } from "#platform/scope.ts";
import { getBusiness, getSettings } from "./business.ts";
import type { Business, BusinessChange, Settings, SettingsChange } from "./schema.ts";
import { serviceCentre } from "./service-centre.ts";
import { settingsColumns } from "./settings-columns.ts";

/**
 * Changes the business: what is not named stays, `null` clears. A new ZIP moves the centre of the service area.
 * @throws Refused unknown_zip.
 */
export async function changeBusiness(scope: Scope, change: BusinessChange): Promise<Business> {
  const before = await getBusiness(scope);
  const centre = change.business_zip === undefined ? {} : serviceCentre(change.business_zip);
  const columns = { ...change, ...centre };
  if (!names(columns)) return before;
  await scope.tx.updateTable("tenants").set(columns).where("id", "=", scope.tenantId).execute();
  const after = await getBusiness(scope);
  await record(scope, "business", before, after);
  return after;
}

/** Changes the settings; what is not named stays. */
export async function changeSettings(scope: Scope, change: SettingsChange): Promise<Settings> {
  const before = await getSettings(scope);
  const columns = settingsColumns(change);
  if (!names(columns)) return before;
  await scope.tx.updateTable("business_settings").set(columns).where("tenant_id", "=", scope.tenantId).execute();
  const after = await getSettings(scope);
  await record(scope, "business_settings", before, after);
  return after;
}

const names = (columns: object) => Object.values(columns).some((value) => value !== undefined);

async function record<Thing extends object>(scope: Scope, entity_type: string, before: Thing, after: Thing) {
  const changes = difference(before, after);
  if (Object.keys(changes).length === 0) return;
  await scope.audit({ entity_type, entity_id: scope.tenantId, action: "changed", changes });
  scope.nudge("settings", scope.tenantId);
}

/** The fields that are no longer the same, each with both its values. */
function difference<Thing extends object>(before: Thing, after: Thing): Record<string, { from: unknown; to: unknown }> {
  const fields = Object.keys(after) as (keyof Thing & string)[];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, { from: before[field], to: after[field] }]),
  );
}
