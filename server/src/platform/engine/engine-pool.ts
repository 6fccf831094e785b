import type { Pool, PoolConfig } from "pg";
import { openPool } from "../database/database.ts";

/** The worker asks one thing at a time, and listens; more than this it uses only to strike off much at once. */
const MOST_CONNECTIONS = 4;

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
