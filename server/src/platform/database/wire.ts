import { Socket } from "node:net";
import { Client, type ClientConfig } from "pg";

const LONGEST_CONNECT_MS = 5_000;
const LONGEST_FAREWELL_MS = 1_000;
/** Of silence, after which the system asks whether the other end is there: it gives up some ten seconds later. */
const KEEP_ALIVE_AFTER_MS = 5_000;

/** A connection of its own beside the pools, for what has to stay connected. */
export type Wire = {
  client: Client;
  /** Ends it, also when the other end is gone and never says goodbye. */
  hangUp(): Promise<void>;
};

export function prepareWire(config: ClientConfig): Wire {
  const socket = new Socket();
  const client = new Client({
    connectionTimeoutMillis: LONGEST_CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    ...config,
    stream: () => socket,
  });
  return {
    client,
    async hangUp() {
      const cut = setTimeout(() => socket.destroy(), LONGEST_FAREWELL_MS);
      await client.end().catch(() => undefined);
      clearTimeout(cut);
    },
  };
}
