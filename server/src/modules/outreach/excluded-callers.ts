import type { Scope } from "#platform/scope.ts";

/** Family, crew and suppliers: never texted by a machine. */
export async function isExcluded(scope: Scope, phone: string): Promise<boolean> {
  const row = await scope.tx.selectFrom("excluded_callers").select("id").where("phone", "=", phone).executeTakeFirst();
  return row !== undefined;
}
