import { type Bell, createBell, hearBell } from "#platform/bell.ts";
import { listenTo } from "#platform/database/listen.ts";
import { startHeartbeat } from "#platform/engine/heartbeat.ts";
import type { Ports } from "#platform/ports.ts";

const CHANNEL = "webhook_inbox";

/** Tells whoever drains that webhooks were stored. */
export function createDoorbell(ports: Pick<Ports, "database" | "log">): Bell {
  return createBell(ports, { channel: CHANNEL, payload: () => "" });
}

/** Calls `look` on every ring, and every second, as a ring may be missed. Returns how to stop listening. */
export function onRing({ database }: Pick<Ports, "database">, look: () => void): () => Promise<void> {
  const stopHearing = hearBell(database, CHANNEL, look);
  const listening = listenTo(database.address.platform, CHANNEL, { heard: look, connected: look });
  const stopBeating = startHeartbeat(look);
  return async () => {
    stopHearing();
    stopBeating();
    await listening.stop();
  };
}
