import type { RunningService, Service } from "#platform/module.ts";
import type { Ports } from "#platform/ports.ts";
import { onRing } from "./doorbell.ts";
import { selectWaiting, type WaitingWebhook } from "./queries.ts";
import { receiveWebhooks } from "./receive.ts";
import { createSubjectQueues } from "./subject-queues.ts";

/** So many subjects at once; each needs a connection. */
const WIDTH = 8;
const MOST_IN_HAND = 400;
/** So many webhooks of one subject in one transaction: more than any call has in a row. */
const MOST_TOGETHER = 20;

/** Receives stored webhooks: at once when they are stored, and within a second of their time those that failed. */
export const drainInbox: Service = { name: "inbox", start: startDrain };

function startDrain(ports: Ports): RunningService {
  let stopped = false;
  let again = false;
  let looking: Promise<void> | null = null;
  /** How many the last look found; as many as there was room for means that there may be more. */
  let found = 0;
  let room = 0;

  const queues = createSubjectQueues<WaitingWebhook>(
    { width: WIDTH, together: MOST_TOGETHER },
    ({ tenant_id, subject }) => `${tenant_id} ${subject}`,
    async (webhooks) => {
      const isDone = !stopped && (await receiveWebhooks(ports, webhooks));
      if (found === room && queues.items().length <= MOST_IN_HAND / 2) look();
      return isDone;
    },
  );

  function look(): void {
    // The next ring, or the next second, looks again.
    if (stopped || ports.pressure.isHigh()) return;
    again = true;
    looking ??= lookUntilQuiet().finally(() => {
      looking = null;
      if (again) look();
    });
  }

  async function lookUntilQuiet(): Promise<void> {
    while (again && !stopped) {
      again = false;
      const inHand = queues.items().map(({ id }) => id);
      room = MOST_IN_HAND - inHand.length;
      found = await takeIn(inHand);
    }
  }

  async function takeIn(inHand: string[]): Promise<number> {
    try {
      const waiting = await selectWaiting(ports, inHand, room);
      queues.add(waiting);
      return waiting.length;
    } catch (error) {
      ports.log.warn({ err: error }, "the inbox could not be read; trying again");
      return 0;
    }
  }

  const stopListening = onRing(ports, look);
  look();
  return {
    async settled() {
      do {
        look();
        await looking;
        await queues.idle();
      } while (!stopped && found > 0 && !ports.pressure.isHigh());
    },
    async stop() {
      stopped = true;
      await stopListening();
      await looking;
      await queues.idle();
    },
  };
}
