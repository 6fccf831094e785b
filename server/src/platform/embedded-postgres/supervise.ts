import { setTimeout as pause } from "node:timers/promises";
import type { Places } from "./places.ts";
import { adoptOrStart, endPostmaster, type Postmaster } from "./postmaster.ts";
import { isAlive } from "./processes.ts";

/** Where a supervisor writes its few sentences; a pino logger is one. */
export type Log = { info(message: string): void; warn(message: string): void; error(message: string): void };

export type Supervision = {
  places: Places;
  log: Log;
  /** Called each time the postmaster ended without being asked to, before it is started again. */
  onExit: () => void;
};

const watchMs = 100;
const longestPauseMs = 5_000;

/**
 * Keeps a postmaster running: starts it again within a second when it ends unasked, and with growing pauses (up to five
 * seconds) while it refuses. Returns a function that ends the watch and PostgreSQL.
 */
export function supervise(first: Postmaster, { places, log, onExit }: Supervision): () => Promise<void> {
  const stopping = new AbortController();
  const watching = watch();

  async function watch(): Promise<Postmaster | undefined> {
    let postmaster: Postmaster | undefined = first;
    while (postmaster && !stopping.signal.aborted) {
      if (isAlive(postmaster.pid)) {
        await sleep(watchMs);
      } else {
        log.error("PostgreSQL ended unexpectedly; starting it again.");
        onExit();
        postmaster = await startAgain();
      }
    }
    return postmaster;
  }

  /** Undefined when the watch was ended before PostgreSQL could be started. */
  async function startAgain(): Promise<Postmaster | undefined> {
    for (let wait = watchMs; !stopping.signal.aborted; wait = Math.min(wait * 2, longestPauseMs)) {
      try {
        const postmaster = await adoptOrStart(places, (sentence) => log.info(sentence));
        log.warn("PostgreSQL runs again.");
        return postmaster;
      } catch (error) {
        log.error(error instanceof Error ? error.message : String(error));
        await sleep(wait);
      }
    }
    return undefined;
  }

  async function sleep(ms: number): Promise<void> {
    await pause(ms, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
  }

  return async () => {
    stopping.abort();
    const last = await watching;
    if (last) await endPostmaster(last);
  };
}
