import { Client } from "pg";
import { startHeartbeat } from "#platform/engine/heartbeat.ts";
import type { Ports } from "#platform/ports.ts";

type Door = Pick<Ports, "database" | "log">;

/** Who drains in this process, by its database. */
const listeners = new WeakMap<Ports["database"], Set<() => void>>();

/** Tells whoever drains that webhooks were stored: this process at once, others by a notification where it does not drain. */
export type Doorbell = {
  /** The channel of the notification, which commits with the webhooks. */
  channel: string;
  isHeardHere(): boolean;
  ringHere(): void;
};

const CHANNEL = "webhook_inbox";

export function createDoorbell({ database }: Pick<Ports, "database">): Doorbell {
  const here = () => listeners.get(database) ?? new Set<() => void>();
  return {
    channel: CHANNEL,
    isHeardHere: () => here().size > 0,
    ringHere() {
      for (const listener of here()) listener();
    },
  };
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
