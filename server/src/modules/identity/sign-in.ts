import { Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import { TOO_MANY_TRIES, WRONG_CREDENTIALS } from "./errors.ts";
import { hashPassword, verifyPassword } from "./password.ts";

export type SignIn = { userId: string; tenantId: string };

/** Wrong passwords before each further one has to wait. */
const FREE_TRIES = 5;
const LONGEST_WAIT_SECONDS = 300;

/** The work of a known user is done for an unknown one too, so that the time of the answer tells nothing. */
const decoy = hashPassword("nobody has this password");

/**
 * Checks an e-mail and a password. Wrong ones make the next wait, doubling from a second to five minutes; the wait ends
 * by itself, so that a stranger cannot lock anybody out for good (NIST SP 800-63B section 3.2.2).
 * @throws Refused wrong_credentials or too_many_tries.
 */
export async function checkCredentials(ports: Ports, given: { email: string; password: string }): Promise<SignIn> {
  const now = ports.clock.now();
  const user = await ports.database.platform
    .selectFrom("users")
    .select(["id", "password_hash", "failed_login_attempts", "locked_until"])
    .where("email", "=", given.email)
    .where("status", "=", "active")
    .executeTakeFirst();
  if (user?.locked_until != null && Temporal.Instant.compare(user.locked_until, now) > 0)
    throw new Refused(TOO_MANY_TRIES);
  const right = await verifyPassword(given.password, user?.password_hash ?? (await decoy));
  if (user === undefined) throw new Refused(WRONG_CREDENTIALS);
  const tries = right ? 0 : user.failed_login_attempts + 1;
  await ports.database.platform
    .updateTable("users")
    .set({
      failed_login_attempts: tries,
      locked_until: waitUntil(now, tries),
      ...(right ? { last_login_at: now } : {}),
    })
    .where("id", "=", user.id)
    .execute();
  const tenantId = right ? await firstTenant(ports, user.id) : undefined;
  if (tenantId === undefined) throw new Refused(WRONG_CREDENTIALS);
  return { userId: user.id, tenantId };
}

function waitUntil(now: Temporal.Instant, tries: number): Temporal.Instant | null {
  if (tries <= FREE_TRIES) return null;
  return now.add({ seconds: Math.min(2 ** (tries - FREE_TRIES - 1), LONGEST_WAIT_SECONDS) });
}

async function firstTenant(ports: Ports, userId: string): Promise<string | undefined> {
  const profile = await ports.database.platform
    .selectFrom("user_profiles")
    .select("tenant_id")
    .where("user_id", "=", userId)
    .where("is_active", "=", true)
    .orderBy("created_at")
    .executeTakeFirst();
  return profile?.tenant_id;
}
