import { brokenConstraint } from "#platform/database/broken-constraint.ts";
import { Refused } from "#platform/http/problem.ts";
import { UNKNOWN_REFERENCE } from "./errors.ts";

/** The field behind each foreign key that a person can fill in. */
const FIELDS: Record<string, string> = {
  appointments_tenant_id_contact_id_fkey: "contact_id: there is no such contact.",
  appointments_tenant_id_conversation_id_fkey: "conversation_id: there is no such conversation.",
  appointments_tenant_id_resource_id_fkey: "resource_id: there is no such resource.",
};

/** For the error of a statement that writes a visit. @throws Refused unknown_reference, or the error as it is. */
export function refuseUnknownReference(error: unknown): never {
  const detail = FIELDS[brokenConstraint(error) ?? ""];
  throw detail === undefined ? error : new Refused(UNKNOWN_REFERENCE, detail);
}
