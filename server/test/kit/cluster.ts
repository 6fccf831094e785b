import { Client, type PoolConfig } from "pg";
import type { TestProject } from "vitest/node";
import { migrateUp } from "../../src/platform/database/migrate.ts";
import { addressOf } from "../../src/platform/database/roles.ts";
import { startThrowawayPostgres } from "../../src/platform/embedded-postgres/index.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** How a test reaches the cluster as its owner. */
    cluster: PoolConfig;
  }
}

export const TEMPLATE = "nmc_template";
export const TEST_SECRET = Buffer.alloc(32, "test secret");

/**
 * One cluster for the whole run with one migrated template; each test file clones it. NMC_TEST_DATABASE_URL names a
 * cluster of another version to test on instead.
 */
export default async function setup(project: TestProject) {
  const url = process.env["NMC_TEST_DATABASE_URL"];
  const throwaway = url === undefined ? await startThrowawayPostgres() : null;
  const owner: PoolConfig = throwaway?.connection ?? { connectionString: url };
  await recreateTemplate(owner);
  project.provide("cluster", owner);
  return async () => throwaway?.stop();
}

async function recreateTemplate(owner: PoolConfig): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE} with (force)`);
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrateUp(addressOf(inDatabase(owner, TEMPLATE), TEST_SECRET));
}

export function inDatabase(owner: PoolConfig, database: string): PoolConfig {
  if (owner.connectionString === undefined) return { ...owner, database };
  const url = new URL(owner.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.toString() };
}
