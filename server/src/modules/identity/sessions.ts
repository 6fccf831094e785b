import { createHash } from "node:crypto";
import type { Session } from "#platform/http/route.ts";
import { SESSION_COOKIE } from "#platform/http/server.ts";
import type { Permissions, Role } from "#platform/module.ts";
import type { Ports } from "#platform/ports.ts";
import { defineQuestion } from "#platform/questions.ts";

/** Asked of every module: the permissions it declares. The composition root answers for all of them. */
export const permissionsQuestion = defineQuestion<Permissions>("identity.permissions");

const ABSOLUTE_HOURS = 24 * 30;
const IDLE_HOURS = 24 * 7;
const TOKEN_BYTES = 32;

/** How long a browser keeps the cookie. */
export const COOKIE_SECONDS = ABSOLUTE_HOURS * 3600;

/** Opens a session and returns its token: the only copy, the database keeps its SHA-256. */
export async function openSession(
  ports: Ports,
  who: { userId: string; tenantId: string; ip: string; userAgent: string },
): Promise<string> {
  const token = ports.ids.token(TOKEN_BYTES);
  const now = ports.clock.now();
  await ports.database.platform
    .insertInto("user_sessions")
    .values({
      id: ports.ids.id(),
      user_id: who.userId,
      tenant_id: who.tenantId,
      token_hash: hashOf(token),
      ip_address: who.ip,
      user_agent: who.userAgent.slice(0, 500),
      expires_at: now.add({ hours: ABSOLUTE_HOURS }),
      last_used_at: now,
      created_at: now,
    })
    .execute();
  return token;
}

/** The session of a request's cookie, or null when there is none, or it ended, or its person or business is gone. */
export async function authenticate(ports: Ports, cookies: Record<string, string | undefined>): Promise<Session | null> {
  const token = cookies[SESSION_COOKIE];
  if (token === undefined || token.length > 100) return null;
  const now = ports.clock.now();
  const row = await ports.database.platform
    .selectFrom("user_sessions as session")
    .innerJoin("users", "users.id", "session.user_id")
    .innerJoin("user_profiles as profile", (join) =>
      join.onRef("profile.user_id", "=", "session.user_id").onRef("profile.tenant_id", "=", "session.tenant_id"),
    )
    .innerJoin("tenants", "tenants.id", "session.tenant_id")
    .select(["session.id", "users.id as user_id", "users.email", "users.first_name", "users.last_name", "profile.role"])
    .select(["tenants.id as tenant_id", "tenants.business_name", "tenants.timezone", "tenants.trade_type"])
    .where("session.token_hash", "=", hashOf(token))
    .where("session.is_active", "=", true)
    .where("session.expires_at", ">", now)
    .where("session.last_used_at", ">", now.subtract({ hours: IDLE_HOURS }))
    .where("users.status", "=", "active")
    .where("profile.is_active", "=", true)
    .where("tenants.status", "=", "active")
    .executeTakeFirst();
  if (row === undefined) return null;
  // The table's CHECK constraint holds the closed set of roles.
  const role = row.role as Role;
  return {
    id: row.id,
    user: { id: row.user_id, email: row.email, first_name: row.first_name, last_name: row.last_name },
    tenant: { id: row.tenant_id, business_name: row.business_name, timezone: row.timezone, trade_type: row.trade_type },
    role,
    permissions: permissionsOf(ports, role),
  };
}

function permissionsOf(ports: Ports, role: Role): string[] {
  return ports
    .answers(permissionsQuestion)
    .flatMap((permissions) => Object.entries(permissions))
    .filter(([, { roles }]) => roles.includes(role))
    .map(([name]) => name)
    .sort();
}

/** Ends a session. */
export async function closeSession(ports: Ports, id: string): Promise<void> {
  await ports.database.platform.updateTable("user_sessions").set({ is_active: false }).where("id", "=", id).execute();
}

const hashOf = (token: string) => createHash("sha256").update(token).digest();
