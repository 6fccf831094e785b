import type { PoolConfig } from "pg";
import { prepareWire, type Wire } from "./wire.ts";

const CONNECT_AGAIN_MS = 1000;
/** A listener hears as little from a database that is gone as from one that has nothing to say: so it asks now and then. */
const ASK_EVERY_MS = 5_000;
const LONGEST_ANSWER_MS = 3_000;

export type Listening = {
  /**
   * Notifies others on the same connection, without waiting for the disk. False when that could not be said: then it is
   * lost, the connection is made again, and `connected` called.
   */
  notify(payload: string): Promise<boolean>;
  stop(): Promise<void>;
};

/**
 * Listens on a channel of PostgreSQL on a connection of its own, which is made again within a second when it breaks,
 * and within ten when the database falls silent.
 * @param heard called with the payload of each notification.
 * @param connected called whenever listening begins, for the first time or again: what was notified before was not heard.
 */
export function listenTo(
  address: PoolConfig,
  channel: string,
  { heard, connected }: { heard(payload: string): void; connected(): void },
): Listening {
  let wire: Wire | null = null;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  let connecting = connect();

  const asking = setInterval(() => void say("select 1"), ASK_EVERY_MS);
  asking.unref();

  async function connect(): Promise<void> {
    const application_name = `nevermisscall ${channel}`;
    const fresh = prepareWire({ ...address, application_name, query_timeout: LONGEST_ANSWER_MS });
    const { client } = fresh;
    // What breaks also ends, and the end is what counts.
    client.on("error", () => undefined);
    client.once("end", () => {
      if (wire === fresh) wire = null;
      connectAgain();
    });
    client.on("notification", ({ payload = "" }) => heard(payload));
    try {
      await client.connect();
      // Notifications carry nothing that has to outlive a crash, so that their commits need not reach the disk.
      await client.query(`set synchronous_commit = off; listen ${client.escapeIdentifier(channel)}`);
      wire = fresh;
      connected();
    } catch {
      await fresh.hangUp();
      connectAgain();
    }
  }

  async function say(statement: string, values: string[] = []): Promise<boolean> {
    const spoken = wire;
    if (spoken === null) return false;
    try {
      await spoken.client.query(statement, values);
      return true;
    } catch {
      await spoken.hangUp();
      return false;
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
    notify: (payload) => say("select pg_notify($1, $2)", [channel, payload]),
    async stop() {
      stopped = true;
      clearTimeout(retry);
      clearInterval(asking);
      await connecting;
      await wire?.hangUp();
    },
  };
}
