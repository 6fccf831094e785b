import type { Role } from "#platform/module.ts";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { hashPassword } from "./password.ts";

export type NewPerson = {
  tenantId: string;
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  role: Role;
  phone?: string;
};

/** NIST SP 800-63B section 5.1.1.2. */
const SHORTEST_PASSWORD = 8;

/**
 * Adds a person to a business; a person whose e-mail is known already keeps their password. Returns the user's id.
 * @throws when the password has fewer than eight characters.
 */
export async function createPerson(ports: Ports, person: NewPerson): Promise<string> {
  if (person.password.length < SHORTEST_PASSWORD)
    throw new Error(`A password has at least ${SHORTEST_PASSWORD} characters.`);
  const password_hash = await hashPassword(person.password);
  const { id } = await ports.database.platform
    .insertInto("users")
    .values({
      id: ports.ids.id(),
      email: person.email,
      password_hash,
      first_name: person.firstName,
      last_name: person.lastName,
      email_verified: true,
      created_at: ports.clock.now(),
      updated_at: ports.clock.now(),
    })
    .onConflict((conflict) => conflict.column("email").doUpdateSet((eb) => ({ email: eb.ref("excluded.email") })))
    .returning("id")
    .executeTakeFirstOrThrow();
  await ports.scope(person.tenantId, SYSTEM, (scope) =>
    scope.tx
      .insertInto("user_profiles")
      .values({ tenant_id: person.tenantId, user_id: id, role: person.role, phone_number: person.phone ?? null })
      .onConflict((conflict) => conflict.columns(["tenant_id", "user_id"]).doNothing())
      .execute(),
  );
  return id;
}

/** The people of this business. */
export async function listPeople(scope: Scope) {
  const rows = await scope.tx
    .selectFrom("people_facts")
    .select(["user_id", "name", "role", "email"])
    .where("tenant_id", "=", scope.tenantId)
    .where("is_active", "=", true)
    .orderBy("name")
    .$narrowType<{ user_id: string; name: string; role: Role; email: string }>()
    .execute();
  return rows;
}
