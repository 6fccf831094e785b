import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { type Business, business, type Settings, settings } from "./schema.ts";

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
  business: Pick<Business, "business_name" | "timezone" | "trade_type"> & Partial<Omit<Business, "id">>;
  settings?: Partial<Settings>;
};

/** Creates a business with its settings. Returns its id. */
export async function createTenant(ports: Ports, tenant: NewTenant): Promise<string> {
  const id = tenant.id ?? ports.ids.id();
  await ports.database.platform
    .insertInto("tenants")
    .values({ ...tenant.business, id })
    .execute();
  const { business_hours, holidays, ...plain } = tenant.settings ?? {};
  await ports.scope(id, SYSTEM, async (scope) => {
    await scope.tx
      .insertInto("business_settings")
      .values({
        tenant_id: id,
        ...plain,
        ...(business_hours === undefined ? {} : { business_hours: JSON.stringify(business_hours) }),
        ...(holidays === undefined ? {} : { holidays: JSON.stringify(holidays) }),
      })
      .execute();
  });
  return id;
}
