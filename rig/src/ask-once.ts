import { Client, type PoolConfig } from "pg";

/** One statement on a connection of its own. Returns its first row, if there is one. */
export async function askOnce<Row extends Record<string, unknown>>(
  config: PoolConfig,
  statement: string,
): Promise<Row | undefined> {
  const client = new Client(config);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows[0];
  } finally {
    await client.end();
  }
}
