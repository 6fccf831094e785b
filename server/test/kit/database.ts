import { randomBytes } from "node:crypto";
import { Client, type PoolConfig } from "pg";
import { inject, onTestFinished } from "vitest";
import type { DatabaseAddress } from "../../src/platform/database/database.ts";
import { addressOf } from "../../src/platform/database/roles.ts";
import { inDatabase, TEMPLATE, TEST_SECRET } from "./cluster.ts";

export type ClonedDatabase = { address: DatabaseAddress; drop(): Promise<void> };

/** A fresh copy of the migrated database, in a few hundredths of a second. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const cluster = inject("cluster");
  const name = `nmc_test_${randomBytes(6).toString("hex")}`;
  await onCluster(`create database ${name} template ${TEMPLATE}`);
  return {
    address: addressOf(inDatabase(cluster, name), TEST_SECRET),
    drop: () => onCluster(`drop database if exists ${name} with (force)`),
  };
}

/** Changes a test's database itself, which the house's own roles may not. */
export async function asOwner(database: string, statement: string): Promise<void> {
  await runIn(inDatabase(inject("cluster"), database), statement);
}

async function onCluster(statement: string): Promise<void> {
  await runIn(inject("cluster"), statement);
}

async function runIn(address: PoolConfig, statement: string): Promise<void> {
  const client = new Client(address);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A fresh copy that is dropped when the current test is over. */
export async function databaseForThisTest(): Promise<DatabaseAddress> {
  const clone = await cloneDatabase();
  onTestFinished(clone.drop);
  return clone.address;
}
