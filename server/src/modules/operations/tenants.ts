import type { Ports } from "#platform/ports.ts";

/** Every business of this installation. */
export async function selectTenantIds({ database }: Pick<Ports, "database">): Promise<string[]> {
  const tenants = await database.platform
    .selectFrom("tenant_facts")
    .select("tenant_id")
    .$narrowType<{ tenant_id: string }>()
    .orderBy("tenant_id")
    .execute();
  return tenants.map(({ tenant_id }) => tenant_id);
}
