import { z } from "zod";
import { Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { findZip } from "#platform/values/zip.ts";
import { getBusiness, getSettings } from "./business.ts";
import { UNKNOWN_ZIP } from "./errors.ts";
import type { Business, Settings } from "./schema.ts";
import { businessHours, holidays } from "./schema.ts";
import { checkTemplate, PLACEHOLDERS, type TemplateName } from "./template.ts";

/** Changes the business; `undefined` leaves a field, `null` clears it. A new ZIP moves the centre of the service area. */
export async function changeBusiness(scope: Scope, changes: Partial<Omit<Business, "id">>): Promise<Business> {
  const centre = changes.business_zip == null ? {} : centreOf(changes.business_zip);
  const set = present({ ...changes, ...centre });
  if (Object.keys(set).length > 0)
    await scope.tx.updateTable("tenants").set(set).where("id", "=", scope.tenantId).execute();
  await scope.audit({ entity_type: "business", entity_id: scope.tenantId, action: "changed", changes: set });
  scope.nudge("settings", scope.tenantId);
  return getBusiness(scope);
}

function centreOf(zip: string) {
  const place = findZip(zip);
  if (place === null) throw new Refused(UNKNOWN_ZIP);
  return { business_latitude: place.latitude, business_longitude: place.longitude };
}

/** Changes the settings; what is not named stays. @throws Refused unknown_placeholder. */
export async function changeSettings(scope: Scope, changes: Partial<Settings>): Promise<Settings> {
  for (const name of Object.keys(PLACEHOLDERS) as TemplateName[]) {
    const template = changes[name];
    if (template !== undefined) checkTemplate(name, template);
  }
  const { business_hours, holidays: days, ...plain } = changes;
  const set = present({
    ...plain,
    ...(business_hours === undefined ? {} : { business_hours: JSON.stringify(businessHours.parse(business_hours)) }),
    ...(days === undefined ? {} : { holidays: JSON.stringify(holidays.parse(days)) }),
  });
  if (Object.keys(set).length > 0)
    await scope.tx.updateTable("business_settings").set(set).where("tenant_id", "=", scope.tenantId).execute();
  await scope.audit({
    entity_type: "business_settings",
    entity_id: scope.tenantId,
    action: "changed",
    changes: z.record(z.string(), z.unknown()).parse(changes),
  });
  scope.nudge("settings", scope.tenantId);
  return getSettings(scope);
}

function present<Fields extends Record<string, unknown>>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
}
