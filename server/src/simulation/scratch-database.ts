import { randomBytes } from "node:crypto";
import { Client, type PoolConfig } from "pg";
import type { DatabaseAddress } from "../platform/database/database.ts";
import { migrateUp } from "../platform/database/migrate.ts";
import { addressOf } from "../platform/database/roles.ts";
import { startThrowawayPostgres } from "../platform/embedded-postgres/index.ts";

/** A PostgreSQL for simulations alone, with one migrated template of which each world gets a copy. */
export type Scratch = {
  secret: Buffer;
  /** The superuser's way in. */
  owner: PoolConfig;
  copy(): Promise<{ address: DatabaseAddress; drop(): Promise<void> }>;
  stop(): Promise<void>;
};

const TEMPLATE = "nmc_simulation";

/** Starts it in a temporary folder; `stop` removes everything. `durable` is for measurements: as production writes. */
export async function startScratch({ durable = false } = {}): Promise<Scratch> {
  const postgres = await startThrowawayPostgres({ durable });
  const secret = randomBytes(32);
  const owner = { ...postgres.connection, database: "postgres" };
  const run = async (statement: string) => {
    const client = new Client(owner);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await run(`create database ${TEMPLATE}`);
  await migrateUp(addressOf({ ...postgres.connection, database: TEMPLATE }, secret));
  return {
    secret,
    owner,
    async copy() {
      const database = `${TEMPLATE}_${randomBytes(6).toString("hex")}`;
      await run(`create database ${database} template ${TEMPLATE}`);
      return {
        address: addressOf({ ...postgres.connection, database }, secret),
        drop: () => run(`drop database ${database} with (force)`),
      };
    },
    stop: postgres.stop,
  };
}
