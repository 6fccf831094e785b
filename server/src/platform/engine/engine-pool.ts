import type { Pool, PoolConfig } from "pg";
import { openPool } from "../database/database.ts";

/** One for each hand, one to listen, one to look after those that died; they are opened as they are needed. */
const MOST_CONNECTIONS = 10;

/**
 * Connections whose commits need not reach the disk: what the engine writes itself is who is at which job, and which are
 * done. If a crash takes that back, a job is run again, which every job allows.
 */
export function openEnginePool(address: PoolConfig, onError: (error: Error) => void): Pool {
  // In a pipeline the setting goes ahead of whatever the connection was opened for.
  const pool = openPool({ ...address, pipeline: true }, MOST_CONNECTIONS, onError);
  pool.on("connect", (client) => void client.query("set synchronous_commit = off").catch(() => undefined));
  return pool;
}
