import { listenTo } from "#platform/database/listen.ts";
import { startHeartbeat } from "#platform/engine/heartbeat.ts";
import type { Ports } from "#platform/ports.ts";

type Door = Pick<Ports, "database">;

/** Who drains in this process, by its database. */
const listeners = new WeakMap<Ports["database"], Set<() => void>>();

/** Tells whoever drains that webhooks were stored: this process at once, others by a notification where it does not drain. */
export type Doorbell = { ring(): void };

const CHANNEL = "webhook_inbox";
/** A ring may be missed, and need not reach the disk: nobody waits for it. */
const NOTIFY = `begin; set local synchronous_commit = off; select pg_notify('${CHANNEL}', ''); commit`;

export function createDoorbell({ database, log }: Pick<Ports, "database" | "log">): Doorbell {
  let isRinging = false;
  let again = false;

  async function notify(): Promise<void> {
    isRinging = true;
    do {
      again = false;
      await database.urgentPool
        .query(NOTIFY)
        .catch((error: unknown) =>
          log.debug({ err: error }, "other processes were not told of webhooks; they look by themselves"),
        );
    } while (again);
    isRinging = false;
  }

  return {
    ring() {
      const here = listeners.get(database);
      if (here !== undefined && here.size > 0) for (const listener of here) listener();
      else if (isRinging) again = true;
      else void notify();
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
