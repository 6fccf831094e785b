import { randomBytes } from "node:crypto";
import { Client, type PoolConfig } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dumpSchema } from "../../../tools/gen/schema-dump.ts";
import type { DatabaseAddress } from "../../src/platform/database/database.ts";
import { migrateDown, migrateUp, migrationStatus } from "../../src/platform/database/migrate.ts";
import { addressOf } from "../../src/platform/database/roles.ts";
import { inDatabase, TEST_SECRET } from "../kit/cluster.ts";
import { oldestIsInstalled, startOldestPostgres } from "./other-postgres.ts";

type Cluster = { owner: PoolConfig; stop(): Promise<void> };

const clusters: { name: string; start(): Promise<Cluster> }[] = [
  { name: "the suite's PostgreSQL", start: async () => ({ owner: inject("cluster"), stop: async () => undefined }) },
  ...(oldestIsInstalled ? [{ name: "PostgreSQL 15", start: startOldestPostgres }] : []),
];

describe.each(clusters)("on $name", ({ start }) => {
  const name = `nmc_migrations_${randomBytes(6).toString("hex")}`;
  let cluster: Cluster;
  let address: DatabaseAddress;

  beforeAll(async () => {
    cluster = await start();
    await ask(cluster.owner, `create database ${name}`);
    address = addressOf(inDatabase(cluster.owner, name), TEST_SECRET);
  });
  afterAll(async () => {
    await ask(cluster.owner, `drop database if exists ${name} with (force)`);
    await cluster.stop();
  });

  it("up, down to nothing and up again leaves the same schema", async () => {
    const applied = await migrateUp(address);
    const first = await schemaOf(address.owner);
    expect(first).toContain("create table calls (");

    const takenBack = await migrateDown(address, true);
    expect(takenBack).toEqual(applied.toReversed());
    expect(await leftovers(address.owner)).toEqual([]);

    expect(await migrateUp(address)).toEqual(applied);
    expect(await schemaOf(address.owner)).toBe(first);
  });

  it("a second time up changes nothing", async () => {
    expect(await migrateUp(address)).toEqual([]);
  });

  it("an applied file that was edited afterwards is seen", async () => {
    const [oldest] = await migrationStatus(address);
    expect(oldest?.state).toBe("applied");
    await ask(address.owner, "update schema_checksums set checksum = 'of another text' where name = $1", [
      oldest?.name,
    ]);
    expect((await migrationStatus(address)).filter(({ state }) => state !== "applied")).toEqual([
      expect.objectContaining({ name: oldest?.name, state: "changed" }),
    ]);
  });

  it("an applied migration that nobody knows here is seen", async () => {
    await ask(
      address.owner,
      "insert into schema_checksums (name, checksum) values ('29991231_000000_of_a_later_version', '')",
    );
    expect(await migrationStatus(address)).toContainEqual(
      expect.objectContaining({ name: "29991231_000000_of_a_later_version", state: "unknown" }),
    );
  });
});

async function ask(config: PoolConfig, query: string, parameters: unknown[] = []): Promise<object[]> {
  return withClient(config, async (client) => (await client.query(query, parameters)).rows);
}

const schemaOf = (config: PoolConfig) => withClient(config, dumpSchema);

/** What of ours is still there once everything is taken back; the migrator's bookkeeping stays. */
async function leftovers(config: PoolConfig): Promise<object[]> {
  return ask(
    config,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relname not like 'schema\\_%'
     union all select proname from pg_proc where pronamespace = 'public'::regnamespace
     union all select typname from pg_type where typnamespace = 'public'::regnamespace and typname !~ '^_?schema\\_'
     union all select extname from pg_extension where extname <> 'plpgsql'`,
  );
}

async function withClient<Result>(config: PoolConfig, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
