import type { Pool, PoolConfig } from "pg";
import { openPool } from "../database/database.ts";

/** One for each hand, one to listen, one to look after those that died; they are opened as they are needed. */
const MOST_CONNECTIONS = 10;
/** Its statements are said again until they are heard, by connections that are made anew. */
const LONGEST_STATEMENT_MS = 10_000;
/**
 * Without up-to-date statistics PostgreSQL takes a long queue for a short one, and sorts all of it to find the first job:
 * the engine's index has them in their order.
 */
const SETTINGS = "set synchronous_commit = off; set enable_sort = off; set enable_bitmapscan = off";

/**
 * Connections whose commits need not reach the disk: what the engine writes itself is who is at which job, and which are
 * done. If a crash takes that back, a job is run again, which every job allows.
 */
export function openEnginePool(address: PoolConfig, onError: (error: Error) => void): Pool {
  // In a pipeline the settings go ahead of whatever the connection was opened for.
  const pool = openPool({ ...address, query_timeout: LONGEST_STATEMENT_MS, pipeline: true }, MOST_CONNECTIONS, onError);
  pool.on("connect", (client) => void client.query(SETTINGS).catch(() => undefined));
  return pool;
}
