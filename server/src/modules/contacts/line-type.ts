import type { Scope } from "#platform/scope.ts";
import type { LineType } from "./schema.ts";

export type { LineType };

/** What is known about the kind of line; "unknown" also of numbers that no contact has. */
export async function lineTypeOf(scope: Scope, phone: string): Promise<LineType> {
  const row = await scope.tx
    .selectFrom("contact_phones")
    .select("line_type")
    .where("tenant_id", "=", scope.tenantId)
    .where("phone", "=", phone)
    .executeTakeFirst();
  // The column's CHECK constraint holds the closed set.
  return (row?.line_type ?? "unknown") as LineType;
}

/** Keeps the carrier's word about a contact's line; without effect when no contact has the number. */
export async function rememberLineType(scope: Scope, phone: string, lineType: LineType): Promise<void> {
  await scope.tx
    .updateTable("contact_phones")
    .set({ line_type: lineType, line_type_checked_at: scope.now() })
    .where("tenant_id", "=", scope.tenantId)
    .where("phone", "=", phone)
    .execute();
}
