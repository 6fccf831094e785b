import { sql } from "kysely";
import { Client } from "pg";
import { startHeartbeat } from "#platform/engine/heartbeat.ts";
import type { Ports } from "#platform/ports.ts";

type Door = Pick<Ports, "database" | "log">;

/** Who drains in this process, by its database. */
const listeners = new WeakMap<Ports["database"], Set<() => void>>();
const CHANNEL = "webhook_inbox";

/** Tells whoever drains that webhooks were stored: this process at once, other processes where this one does not drain. */
export function ring({ database, log }: Door): void {
  const here = listeners.get(database);
  if (here !== undefined && here.size > 0) for (const listener of here) listener();
  else
    sql`select pg_notify(${CHANNEL}, '')`
      .execute(database.platform)
      .catch((error: unknown) =>
        log.debug({ err: error }, "other processes were not told of webhooks; they look by themselves"),
      );
}

/** Calls `look` on every ring, and every second, as a ring may be missed. Returns how to stop listening. */
export function onRing(door: Door, look: () => void): () => Promise<void> {
  const here = listeners.get(door.database) ?? new Set();
  listeners.set(door.database, here.add(look));
  let line: Client | null = null;

  function connect(): void {
    const client = new Client(door.database.address.platform);
    line = client;
    const hangUp = () => {
      if (line === client) line = null;
    };
    client.on("notification", look).on("error", hangUp).on("end", hangUp);
    client
      .connect()
      .then(() => client.query(`listen ${CHANNEL}`))
      .catch(hangUp);
  }

  connect();
  const stopBeating = startHeartbeat(() => {
    if (line === null) connect();
    look();
  });
  return async () => {
    here.delete(look);
    stopBeating();
    await line?.end().catch(() => undefined);
  };
}
