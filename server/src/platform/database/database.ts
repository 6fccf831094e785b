import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import { Pool, type PoolConfig } from "pg";
import { endsWithin } from "../ends-within.ts";
import type { DB } from "./database-types.ts";
import { type Loan, lending } from "./lending.ts";
import { preparing } from "./prepared-statements.ts";
import { valueTypes } from "./value-types.ts";

/** How to reach one database as each of its three roles. */
export type DatabaseAddress = { owner: PoolConfig; app: PoolConfig; platform: PoolConfig };

const MOST_CONNECTIONS = 10;
/** What works across tenants is looks of milliseconds, and the few rounds, which hold one each while they last. */
const PLATFORM_CONNECTIONS = 6;
/** Longer than any statement takes. A database that vanished without a goodbye would be waited for as long as TCP does. */
const LONGEST_STATEMENT_MS = 60_000;
/** The database gives up sooner, so that nothing there goes on waiting for a lock, and holding others, for nobody. */
const LONGEST_WORK_MS = 55_000;
/** How long a connection may take to be made, or to become free. */
const LONGEST_CONNECT_MS = 30_000;
/**
 * What is urgent is short, and tried again before whoever waits for it gives up. Connections at rest are let go of sooner
 * than that, so that it is not tried again on another one to a database that is gone.
 */
const URGENT = { query_timeout: 5_000, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 4_000 };
/** One for each of the few things that are urgent, of which each does one statement at a time. */
const URGENT_CONNECTIONS = 4;
/** Of silence, after which the system asks whether the other end is there: it gives up some ten seconds later. */
const KEEP_ALIVE_AFTER_MS = 10_000;
const LONGEST_FAREWELL_MS = 5_000;

/**
 * The database as the server's two roles see it. `app` owns nothing and sees one tenant at a time; `platform` works
 * across tenants on the few tables that grant it rights. `urgent` is the same role on connections kept free for what
 * somebody outside waits for: nothing else holds them, and nothing holds them for long.
 */
export type Database = {
  app: Kysely<DB>;
  platform: Kysely<DB>;
  platformPool: Pool;
  /** A connection of `app`, for a transaction. */
  lend(): Promise<Loan>;
  urgent: Kysely<DB>;
  urgentPool: Pool;
  address: DatabaseAddress;
  close(): Promise<void>;
};

/** Opens the pools; nothing connects before the first query. `onError` is told when an idle connection breaks. */
export function openDatabase(
  address: DatabaseAddress,
  onError: (error: Error) => void,
  poolSize = MOST_CONNECTIONS,
): Database {
  const patient = { query_timeout: LONGEST_STATEMENT_MS, statement_timeout: LONGEST_WORK_MS };
  const platformPool = openPool({ ...address.platform, ...patient }, Math.min(poolSize, PLATFORM_CONNECTIONS), onError);
  const urgentPool = openPool({ ...address.platform, ...URGENT }, URGENT_CONNECTIONS, onError);
  const appPool = preparing(openPool({ ...address.app, ...patient, pipeline: true }, poolSize, onError));
  const app = kyselyOver(appPool);
  const platform = kyselyOver(preparing(platformPool));
  const urgent = kyselyOver(preparing(urgentPool));
  let closing: Promise<unknown> | null = null;
  return {
    app,
    platform,
    platformPool,
    urgent,
    urgentPool,
    lend: lending(appPool),
    address,
    async close() {
      closing ??= Promise.all([appPool, platformPool, urgentPool].map((pool) => pool.end()));
      // A database that is gone answers no goodbye.
      await endsWithin(LONGEST_FAREWELL_MS, closing);
    },
  };
}

const kyselyOver = (pool: PostgresPool) => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

/** A pool that reads values as ours and survives broken connections. */
export function openPool(config: PoolConfig, max: number, onError: (error: Error) => void): Pool {
  const opened = new Pool({
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    connectionTimeoutMillis: LONGEST_CONNECT_MS,
    ...config,
    max,
    types: valueTypes,
    application_name: "nevermisscall",
  });
  opened.on("error", onError);
  // A connection that breaks while it is lent out tells its borrower by a failed query; nothing else may end the process.
  opened.on("connect", (client) => client.on("error", () => undefined));
  return opened;
}
