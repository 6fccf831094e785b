import type { Scope } from "#platform/scope.ts";

/** Adds a technician, van or chair that takes one job at a time. Returns its id. */
export async function addResource(scope: Scope, resource: { name: string; userId?: string }): Promise<string> {
  const id = scope.newId();
  await scope.tx
    .insertInto("resources")
    .values({ tenant_id: scope.tenantId, id, name: resource.name, user_id: resource.userId ?? null })
    .execute();
  return id;
}
