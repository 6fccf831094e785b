import { Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import { countAttempt, forgetAttempts, type Tried } from "./attempts.ts";
import { knownDevice } from "./device.ts";
import { TOO_MANY_TRIES, WRONG_CREDENTIALS } from "./errors.ts";
import { DECOY, verifyPassword } from "./password.ts";

export type Credentials = { email: string; password: string };
export type SignedIn = { userId: string; tenantId: string; device: string | null };

/**
 * Checks an e-mail and a password. An unknown e-mail, a wrong password and a person who works nowhere get one answer after
 * the same work.
 * @throws Refused wrong_credentials or too_many_tries.
 */
export async function checkCredentials(
  ports: Ports,
  given: Credentials,
  deviceCookie: string | undefined,
): Promise<SignedIn> {
  const device = knownDevice(ports, deviceCookie, given.email);
  const tried: Tried = { email: given.email, device };
  const attempt = await countAttempt(ports, tried);
  if (attempt.kind === "wait") throw new Refused(TOO_MANY_TRIES, `Try again in ${inWords(attempt.seconds)}.`);
  const { user } = attempt;
  const right = await verifyPassword(given.password, user?.password_hash ?? DECOY);
  const tenantId = user !== null && right ? await workplaceOf(ports, user.id) : undefined;
  if (user === null || tenantId === undefined) throw new Refused(WRONG_CREDENTIALS);
  await forgetAttempts(ports, tried);
  await ports.database.platform
    .updateTable("users")
    .set({ failed_login_attempts: 0, locked_until: null, last_login_at: ports.clock.now() })
    .where("id", "=", user.id)
    .execute();
  return { userId: user.id, tenantId, device };
}

function inWords(seconds: number): string {
  if (seconds === 1) return "a second";
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

/** The business in which the person has worked longest. */
async function workplaceOf(ports: Ports, userId: string): Promise<string | undefined> {
  const profile = await ports.database.platform
    .selectFrom("user_profiles")
    .innerJoin("tenant_facts as business", "business.tenant_id", "user_profiles.tenant_id")
    .select("user_profiles.tenant_id")
    .where("user_profiles.user_id", "=", userId)
    .where("user_profiles.is_active", "=", true)
    .where("business.status", "=", "active")
    .orderBy("user_profiles.created_at")
    .orderBy("user_profiles.id")
    .executeTakeFirst();
  return profile?.tenant_id;
}
