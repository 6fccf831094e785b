import { Client, type PoolConfig } from "pg";

const CONNECT_AGAIN_MS = 1000;

export type Listening = {
  /** A connection of its own for notifications to others; null while it is broken. */
  line(): Client | null;
  stop(): Promise<void>;
};

/**
 * Listens on a channel of PostgreSQL on a connection of its own, which is made again within a second when it breaks.
 * @param heard called with the payload of each notification.
 * @param connected called whenever listening begins, for the first time or again: what was notified before was not heard.
 */
export function listenTo(
  address: PoolConfig,
  channel: string,
  { heard, connected }: { heard(payload: string): void; connected(again: boolean): void },
): Listening {
  let line: Client | null = null;
  let stopped = false;
  let hasListened = false;
  let retry: NodeJS.Timeout | undefined;
  let connecting = connect();

  async function connect(): Promise<void> {
    const client = new Client({ ...address, application_name: `nevermisscall ${channel}` });
    // What breaks also ends, and the end is what counts.
    client.on("error", () => undefined);
    client.once("end", () => {
      if (line === client) line = null;
      connectAgain();
    });
    client.on("notification", ({ payload = "" }) => heard(payload));
    try {
      await client.connect();
      // Notifications carry nothing that has to outlive a crash, so that their commits need not reach the disk.
      await client.query(`set synchronous_commit = off; listen ${client.escapeIdentifier(channel)}`);
      line = client;
      connected(hasListened);
      hasListened = true;
    } catch {
      await client.end().catch(() => undefined);
      connectAgain();
    }
  }

  function connectAgain(): void {
    if (stopped || retry !== undefined) return;
    retry = setTimeout(() => {
      retry = undefined;
      connecting = connect();
    }, CONNECT_AGAIN_MS);
    retry.unref();
  }

  return {
    line: () => line,
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await connecting;
      await line?.end().catch(() => undefined);
    },
  };
}
