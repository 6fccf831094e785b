import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { PoolConfig } from "pg";
import { listenTo } from "../database/listen.ts";

/** Carries small messages between the processes of one database, as long as they are connected; nothing is kept. */
export type Bus<Message> = { send(message: Message): void; close(): Promise<void> };

const CHANNEL = "realtime";
/** PostgreSQL takes payloads of less than 8,000 bytes ("NOTIFY"). */
const MOST_BYTES = 7_900;
/** Each notification wakes everybody who listens on this database, whatever to: pages notice no difference. */
const PAUSE_MS = 25;

type Hearing<Message> = {
  heard(message: Message): void;
  /** A gap: messages may have been missed, because a connection began or broke or refused some, here or at another process. */
  missed(): void;
};

/**
 * Opens the bus. The first message goes at once; what is sent within a moment of a notification goes with the next one, so
 * that a burst is few notifications; equal messages of one of them go once. What could not be sent is made good by `missed`
 * at the others.
 */
export function openBus<Message>(address: PoolConfig, { heard, missed }: Hearing<Message>): Bus<Message> {
  const self = randomUUID();
  const waiting = new Set<string>();
  let sending: Promise<void> | null = null;
  let owesGap = false;

  const listening = listenTo(address, CHANNEL, {
    heard(payload) {
      const [sender, messages] = JSON.parse(payload) as [string, Message[] | null];
      if (sender === self) return;
      if (messages === null) missed();
      else for (const message of messages) heard(message);
    },
    connected() {
      missed();
      begin();
    },
  });

  const notify = (messages: string) => listening.notify(`["${self}",${messages}]`);

  function begin(): void {
    sending ??= Promise.resolve().then(sendAll);
  }

  async function sendAll(): Promise<void> {
    while (waiting.size > 0) {
      if (!(await notify(`[${takeSome(waiting).join(",")}]`))) owesGap = true;
      await pause(PAUSE_MS);
    }
    if (owesGap) owesGap = !(await notify("null"));
    sending = null;
    if (waiting.size > 0) begin();
  }

  return {
    send(message) {
      waiting.add(JSON.stringify(message));
      begin();
    },
    async close() {
      await sending;
      await listening.stop();
    },
  };
}

/** As many as fit into one notification. */
function takeSome(waiting: Set<string>): string[] {
  const taken: string[] = [];
  let bytes = 100;
  for (const message of waiting) {
    bytes += Buffer.byteLength(message) + 1;
    if (bytes > MOST_BYTES && taken.length > 0) break;
    waiting.delete(message);
    taken.push(message);
  }
  return taken;
}
