import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import type { Connection } from "./connection.ts";

const patienceMs = 30_000;
const pauseMs = 100;

/** Creates the database that a connection names, if it is not there yet. */
export async function createDatabase(connection: Connection): Promise<void> {
  const client = await connectPatiently({ ...connection, database: "postgres" });
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [connection.database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(connection.database)}`);
  } finally {
    await client.end();
  }
}

/** A server that was found running may be about to die; the supervisor then replaces it, and the next try succeeds. */
async function connectPatiently(connection: Connection): Promise<Client> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const client = new Client(connection);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(pauseMs);
    }
  }
}
