import { createHmac } from "node:crypto";
import { Client, type PoolConfig } from "pg";
import type { DatabaseAddress } from "./database.ts";

const APP = "nmc_app";
const PLATFORM = "nmc_platform";

/** Addresses of the two roles on the owner's database. Their passwords follow from the installation's secret. */
export function addressOf(owner: PoolConfig, secret: Buffer): DatabaseAddress {
  const as = (role: string): PoolConfig => ({ ...withoutUrl(owner), user: role, password: passwordOf(role, secret) });
  return { owner, app: as(APP), platform: as(PLATFORM) };
}

function withoutUrl(owner: PoolConfig): PoolConfig {
  if (owner.connectionString === undefined) return owner;
  const { host, port, database, ssl } = new Client({ connectionString: owner.connectionString });
  return { host, port, database, ssl };
}

function passwordOf(role: string, secret: Buffer): string {
  return createHmac("sha256", secret).update(`database role ${role}`).digest("base64url");
}

/**
 * Creates the server's roles where they are missing and gives them this installation's passwords. The roles own no
 * business table and cannot bypass row-level security.
 * @throws when the owner may not create roles; the message says what to do instead.
 */
export async function prepareRoles(address: DatabaseAddress): Promise<void> {
  const client = new Client(address.owner);
  await client.connect();
  try {
    for (const role of [address.app, address.platform]) {
      const name = client.escapeIdentifier(String(role.user));
      const { rows } = await client.query("select from pg_roles where rolname = $1", [role.user]);
      if (rows.length === 0)
        await client.query(`create role ${name} login nosuperuser nocreatedb nocreaterole noinherit`);
      if (typeof role.password === "string")
        await client.query(`alter role ${name} password ${client.escapeLiteral(role.password)}`);
    }
    await client.query(`grant ${PLATFORM} to current_user`);
    await client.query(
      `do $$ begin execute format('grant create on database %I to ${PLATFORM}', current_database()); end $$`,
    );
  } catch (error) {
    throw new Error(
      "The owner of DATABASE_URL may not create the roles nmc_app and nmc_platform. Create them yourself and set DATABASE_APP_URL and DATABASE_PLATFORM_URL, or connect as a role with CREATEROLE.",
      { cause: error },
    );
  } finally {
    await client.end();
  }
}
