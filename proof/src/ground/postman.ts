import { setTimeout as pause } from "node:timers/promises";
import type { SignedWebhook } from "../../../rig/src/webhooks.ts";
import type { Chance } from "../../../simulator/src/chance.ts";
import { createPoster } from "./post.ts";

/** What became of one delivery. */
export type Delivered = {
  isAccepted: boolean;
  attempts: number;
  /** From the first attempt to the answer that counted. */
  ms: number;
  /** Answers that were no 2xx. */
  refusals: number[];
};

/** Brings webhooks to whichever server runs, as the carrier does: again when it was not answered. */
export type Postman = {
  deliver(webhook: SignedWebhook, ...name: (string | number)[]): Promise<Delivered>;
  close(): void;
};

/** Twilio, "Webhooks: connection overrides": rc=5, tt=15000, the most there is. */
const MOST_ATTEMPTS = 6;
const LONGEST_MS = 15_000;
const FIRST_PAUSE_MS = 500;

/** @param origins where servers listen now, in the order of their places. */
export function createPostman(origins: () => string[], chance: Chance): Postman {
  const poster = createPoster(LONGEST_MS);
  return {
    close: () => poster.close(),
    async deliver(webhook, ...name) {
      const startedAt = performance.now();
      const refusals: number[] = [];
      for (let attempts = 1; ; attempts += 1) {
        const running = origins();
        const origin = running[Math.floor(chance.roll("origin", ...name, attempts) * running.length)];
        const status = origin === undefined ? null : await statusOf(poster.post(origin, webhook));
        const ms = performance.now() - startedAt;
        if (status !== null && status < 300) return { isAccepted: true, attempts, ms, refusals };
        if (status !== null) refusals.push(status);
        if (attempts === MOST_ATTEMPTS || ms > LONGEST_MS) return { isAccepted: false, attempts, ms, refusals };
        await pause(FIRST_PAUSE_MS * 2 ** (attempts - 1));
      }
    },
  };
}

/** Null when there was no answer. */
async function statusOf(posting: Promise<{ status: number }>): Promise<number | null> {
  return posting.then(
    ({ status }) => status,
    () => null,
  );
}
