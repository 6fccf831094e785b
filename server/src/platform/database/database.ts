import { Kysely, PostgresDialect } from "kysely";
import { Pool, type PoolConfig } from "pg";
import type { DB } from "./database-types.ts";
import { type Loan, lending } from "./lending.ts";
import { preparing } from "./prepared-statements.ts";
import { valueTypes } from "./value-types.ts";

/** How to reach one database as each of its three roles. */
export type DatabaseAddress = { owner: PoolConfig; app: PoolConfig; platform: PoolConfig };

/**
 * The database as the server's two roles see it. `app` owns nothing and sees one tenant at a time; `platform` works
 * across tenants on the few tables that grant it rights.
 */
export type Database = {
  app: Kysely<DB>;
  platform: Kysely<DB>;
  platformPool: Pool;
  /** A connection of `app`, for a transaction. */
  lend(): Promise<Loan>;
  address: DatabaseAddress;
  close(): Promise<void>;
};

/** Opens both pools; nothing connects before the first query. `onError` is told when an idle connection breaks. */
export function openDatabase(address: DatabaseAddress, onError: (error: Error) => void, poolSize = 10): Database {
  const appPool = preparing(openPool({ ...address.app, pipeline: true }, poolSize, onError));
  const platformPool = openPool(address.platform, poolSize, onError);
  const app = new Kysely<DB>({ dialect: new PostgresDialect({ pool: appPool }) });
  const platform = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(platformPool) }) });
  return {
    app,
    platform,
    platformPool,
    lend: lending(appPool),
    address,
    async close() {
      await Promise.all([app.destroy(), platform.destroy()]);
    },
  };
}

/** A pool that reads values as ours and survives broken connections. */
export function openPool(config: PoolConfig, max: number, onError: (error: Error) => void): Pool {
  const opened = new Pool({ ...config, max, types: valueTypes, application_name: "nevermisscall" });
  opened.on("error", onError);
  // A connection that breaks while it is lent out tells its borrower by a failed query; nothing else may end the process.
  opened.on("connect", (client) => client.on("error", () => undefined));
  return opened;
}
