import { Client } from "pg";
import type { House } from "../../src/compose.ts";

/** Changes what nobody else may change: tests of what finds broken data break it with this. */
export async function asOwner({ ports }: Pick<House, "ports">, statement: string): Promise<void> {
  const client = new Client(ports.database.address.owner);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
