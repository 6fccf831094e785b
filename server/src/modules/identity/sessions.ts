import { createHash } from "node:crypto";
import type { Session } from "#platform/http/route.ts";
import { SESSION_COOKIE } from "#platform/http/server.ts";
import type { Role } from "#platform/module.ts";
import type { Ports } from "#platform/ports.ts";
import { grantedTo } from "./permissions.ts";

const ABSOLUTE_HOURS = 24 * 30;
const IDLE_HOURS = 24 * 7;
const TOKEN_BYTES = 32;
/** Use is noted this often: a page that asks ten times a second writes once. */
const NOTE_USE_EVERY_MINUTES = 5;

/** How long a browser keeps the cookie. */
export const COOKIE_SECONDS = ABSOLUTE_HOURS * 3600;

export type Visitor = { userId: string; tenantId: string; ip: string; userAgent: string };

/** Opens a session and returns its token: the only copy, the database keeps its SHA-256. */
export async function openSession(ports: Ports, who: Visitor): Promise<string> {
  const token = ports.ids.token(TOKEN_BYTES);
  const id = ports.ids.id();
  const now = ports.clock.now();
  await ports.database.platform
    .deleteFrom("user_sessions")
    .where("user_id", "=", who.userId)
    .where("expires_at", "<=", now)
    .execute();
  await ports.database.platform
    .insertInto("user_sessions")
    .values({
      id,
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
  await recordSession(ports, who, id, "opened");
  return token;
}

/**
 * The session of a request's cookie, or null when there is none, or it ended, or its person or business is gone. One
 * query, which also notes the use.
 */
export async function authenticate(ports: Ports, cookies: Record<string, string | undefined>): Promise<Session | null> {
  const token = cookies[SESSION_COOKIE];
  if (token === undefined || token.length > 100) return null;
  const now = ports.clock.now();
  const lastUseAfter = now.subtract({ hours: IDLE_HOURS });
  const row = await ports.database.platform
    .with("noted", (db) =>
      db
        .updateTable("user_sessions")
        .set({ last_used_at: now })
        .where("token_hash", "=", hashOf(token))
        .where("is_active", "=", true)
        .where("expires_at", ">", now)
        .where("last_used_at", ">", lastUseAfter)
        .where("last_used_at", "<=", now.subtract({ minutes: NOTE_USE_EVERY_MINUTES })),
    )
    .selectFrom("user_sessions as session")
    .innerJoin("users", "users.id", "session.user_id")
    .innerJoin("user_profiles as profile", (join) =>
      join.onRef("profile.user_id", "=", "session.user_id").onRef("profile.tenant_id", "=", "session.tenant_id"),
    )
    .innerJoin("tenant_facts as business", "business.tenant_id", "session.tenant_id")
    .select([
      "session.id",
      "session.tenant_id",
      "users.id as user_id",
      "users.email",
      "users.first_name",
      "users.last_name",
    ])
    .select(["session.expires_at", "session.last_used_at"])
    .select(["profile.role", "profile.permissions"])
    .select(["business.business_name", "business.timezone", "business.trade_type"])
    .$narrowType<{ business_name: string; timezone: string; trade_type: string }>()
    .where("session.token_hash", "=", hashOf(token))
    .where("session.is_active", "=", true)
    .where("session.expires_at", ">", now)
    .where("session.last_used_at", ">", lastUseAfter)
    .where("users.status", "=", "active")
    .where("profile.is_active", "=", true)
    .where("business.status", "=", "active")
    .executeTakeFirst();
  if (row === undefined) return null;
  // The table's CHECK constraint holds the closed set of roles.
  const role = row.role as Role;
  return {
    id: row.id,
    user: { id: row.user_id, email: row.email, first_name: row.first_name, last_name: row.last_name },
    tenant: { id: row.tenant_id, business_name: row.business_name, timezone: row.timezone, trade_type: row.trade_type },
    role,
    permissions: grantedTo(ports.answers, role, row.permissions),
    ends_at: endOf(row),
  };
}

/** A session ends after its time, or when it was not used for long. */
function endOf({ expires_at, last_used_at }: { expires_at: Temporal.Instant; last_used_at: Temporal.Instant }) {
  const idle = last_used_at.add({ hours: IDLE_HOURS });
  return Temporal.Instant.compare(idle, expires_at) < 0 ? idle : expires_at;
}

/** Where somebody is signed in, the last used first. */
export async function listSessions(ports: Ports, { id, user }: Session) {
  const now = ports.clock.now();
  const rows = await ports.database.platform
    .selectFrom("user_sessions")
    .select(["id", "created_at", "last_used_at", "user_agent", "ip_address"])
    .where("user_id", "=", user.id)
    .where("is_active", "=", true)
    .where("expires_at", ">", now)
    .where("last_used_at", ">", now.subtract({ hours: IDLE_HOURS }))
    .orderBy("last_used_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({ ...row, is_current: row.id === id }));
}

/** Ends a session of this person, and what it hears live. False when there is no such session of theirs. */
export async function closeSession(ports: Ports, { user, tenant }: Session, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ports.database.platform
    .updateTable("user_sessions")
    .set({ is_active: false })
    .where("id", "=", id)
    .where("user_id", "=", user.id)
    .where("is_active", "=", true)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  ports.disconnect(id);
  await recordSession(ports, { userId: user.id, tenantId: tenant.id }, id, "closed");
  return true;
}

async function recordSession(
  ports: Ports,
  { userId, tenantId }: Pick<Visitor, "userId" | "tenantId">,
  id: string,
  action: "opened" | "closed",
): Promise<void> {
  await ports.scope(tenantId, { type: "user", id: userId }, (scope) =>
    scope.audit({ entity_type: "session", entity_id: id, action }),
  );
}

const hashOf = (token: string) => createHash("sha256").update(token).digest();
