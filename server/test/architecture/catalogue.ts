import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import { type ClonedDatabase, cloneDatabase } from "../kit/database.ts";

export type Catalogue = {
  /** The rows of a query of the system catalogue, as the owner sees it. */
  ask<Row extends object>(query: string, parameters?: unknown[]): Promise<Row[]>;
  /** The first column of each row. */
  names(query: string): Promise<string[]>;
};

/** The product's own tables, partitions and the migrator's bookkeeping left out: `t` with `name` and `oid`. */
export const TABLES = `
  select c.relname as name, c.oid from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'schema\\_%'`;

/** Those of them that carry a tenant. */
export const TENANT_TABLES = `${TABLES} and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')`;

/** One migrated database for a test file that only looks; `change` is SQL that is applied to it first. */
export function catalogueForThisFile(change = ""): Catalogue {
  let database: ClonedDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await cloneDatabase();
    client = new Client(database.address.owner);
    await client.connect();
    await client.query(change);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  return {
    ask: async (query, parameters = []) => (await client.query(query, parameters)).rows,
    names: async (query) =>
      (await client.query<[string]>({ text: query, rowMode: "array" })).rows.map(([name]) => name),
  };
}
