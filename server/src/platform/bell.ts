import type { Ports } from "./ports.ts";

/** What is rung for, and by which notification other processes hear it. */
export type Ring = { channel: string; payload(times: number): string };

/** Tells whoever works on what is stored that there is more. */
export type Bell = { ring(times?: number): void };

type Listener = (times: number) => void;

/** Who works on what in this process, by its database. */
const listeners = new WeakMap<Ports["database"], Map<string, Set<Listener>>>();

/**
 * A bell that this process hears at once, and others by a notification, only where nobody hears it here. It is rung after a
 * commit and never within a transaction: PostgreSQL lets transactions that notify commit one by one. What is rung while a
 * notification is under way goes with the next.
 */
export function createBell({ database, log }: Pick<Ports, "database" | "log">, { channel, payload }: Ring): Bell {
  let isRinging = false;
  let times = 0;

  async function notify(): Promise<void> {
    isRinging = true;
    while (times > 0) {
      const notification = [channel, payload(times)];
      times = 0;
      await database.urgentPool
        .query({ name: "bell", text: NOTIFY, values: notification })
        .catch((error: unknown) =>
          log.debug({ err: error, channel }, "other processes were not told of work; they look by themselves"),
        );
    }
    isRinging = false;
  }

  return {
    ring(more = 1) {
      const here = listeners.get(database)?.get(channel);
      if (here !== undefined && here.size > 0) {
        for (const listener of here) listener(more);
        return;
      }
      times += more;
      if (!isRinging) void notify();
    },
  };
}

/** A ring may be missed, and need not reach the disk: nobody waits for it. */
const NOTIFY = `
  with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
  select pg_notify($1, $2) from unhurried`;

/** Calls `listener` on every ring of this process. Returns how to stop listening. */
export function hearBell(database: Ports["database"], channel: string, listener: Listener): () => void {
  const channels = listeners.get(database) ?? new Map<string, Set<Listener>>();
  const here = channels.get(channel) ?? new Set();
  listeners.set(database, channels.set(channel, here.add(listener)));
  return () => here.delete(listener);
}
