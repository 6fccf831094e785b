import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import type { Scope } from "#platform/scope.ts";
import { type Business, business, type Settings, settings } from "./schema.ts";
import { serviceCentre } from "./service-centre.ts";
import { settingsColumns } from "./settings-columns.ts";

/** The business of this scope. */
export async function getBusiness(scope: Scope): Promise<Business> {
  const row = await scope.tx.selectFrom("tenants").selectAll().where("id", "=", scope.tenantId).executeTakeFirst();
  if (row === undefined) throw new Refused(NOT_FOUND, "There is no such business.");
  return business.parse(row);
}

/** The settings of this scope's business. */
export async function getSettings(scope: Scope): Promise<Settings> {
  const row = await scope.tx
    .selectFrom("business_settings")
    .selectAll()
    .where("tenant_id", "=", scope.tenantId)
    .executeTakeFirstOrThrow();
  return settings.parse(row);
}

export type NewTenant = {
  id?: string;
  business: Pick<Business, "business_name" | "timezone" | "trade_type"> &
    Partial<Omit<Business, "id" | "business_latitude" | "business_longitude">>;
  settings?: Partial<Settings>;
};

/** Creates a business with its settings. Returns its id. @throws Refused unknown_zip. */
export async function createTenant(ports: Ports, tenant: NewTenant): Promise<string> {
  const id = tenant.id ?? ports.ids.id();
  const born = { created_at: ports.clock.now(), updated_at: ports.clock.now() };
  const centre = serviceCentre(tenant.business.business_zip ?? null);
  await ports.database.platform.transaction().execute(async (tx) => {
    await tx
      .insertInto("tenants")
      .values({ ...tenant.business, ...centre, id, ...born })
      .execute();
    await tx
      .insertInto("business_settings")
      .values({ tenant_id: id, ...settingsColumns(tenant.settings ?? {}), ...born })
      .execute();
  });
  return id;
}
