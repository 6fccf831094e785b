import { listenTo } from "#platform/database/listen.ts";
import { startHeartbeat } from "#platform/engine/heartbeat.ts";
import type { Ports } from "#platform/ports.ts";

type Door = Pick<Ports, "database">;

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
  const listening = listenTo(door.database.address.platform, CHANNEL, { heard: look, connected: look });
  const stopBeating = startHeartbeat(look);
  return async () => {
    here.delete(look);
    stopBeating();
    await listening.stop();
  };
}
