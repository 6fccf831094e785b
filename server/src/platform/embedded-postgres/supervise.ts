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
  let current: Postmaster | undefined = first;

  const restart = async () => {
    for (let wait = watchMs; !stopping.signal.aborted; wait = Math.min(wait * 2, longestPauseMs)) {
      try {
        current = await adoptOrStart(places);
        return log.warn("PostgreSQL runs again.");
      } catch (error) {
        log.error(String(error));
        await sleep(wait);
      }
    }
  };
  const sleep = (ms: number) => pause(ms, undefined, { ref: false, signal: stopping.signal }).catch(() => {});

  const watch = async () => {
    while (!stopping.signal.aborted) {
      if (current && isAlive(current.pid)) {
        await sleep(watchMs);
        continue;
      }
      current = undefined;
      log.error("PostgreSQL ended unexpectedly; starting it again.");
      onExit();
      await restart();
    }
  };
  const watching = watch();

  return async () => {
    stopping.abort();
    await watching;
    if (current) await endPostmaster(current.pid);
  };
}
