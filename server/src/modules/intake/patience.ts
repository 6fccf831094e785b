import { Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import { DATABASE_AWAY } from "./errors.ts";

/** The carrier gives up on a webhook after 15 s (Twilio: "Webhooks: connection overrides", tt); we answer before. */
const LONGEST_HOLD = { seconds: 13 };
const PAUSE = { milliseconds: 100 };

/** Does a piece of work on the database, again and again while the database cannot be reached. */
export type Patiently = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Patience for one request, whose deadline starts now: a restart of the database is a slow answer instead of a lost
 * webhook. The work is refused with database_away when patience ends; its other failures pass at once.
 */
export function patience({ clock }: Pick<Ports, "clock">): Patiently {
  const deadline = clock.now().add(LONGEST_HOLD);
  return async (work) => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isDatabaseAway(error)) throw error;
        const next = clock.now().add(PAUSE);
        if (Temporal.Instant.compare(next, deadline) > 0) throw new Refused(DATABASE_AWAY);
        await new Promise<void>((resolve) => clock.schedule(next, resolve));
      }
    }
  };
}

/** PostgreSQL shutting down, crashed, starting, or full; class 08 are connection exceptions (PostgreSQL: "Error Codes"). */
const AWAY_STATES = /^(08...|57P0[123]|53300)$/;
const AWAY_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "ENOTFOUND", "ETIMEDOUT", "EHOSTUNREACH"]);
/** What the driver says, without a code, of a connection that broke under it. */
const BROKEN = /^Connection terminated|not queryable|^Connection ended unexpectedly/;

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // A host with several addresses fails with one error for each.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isDatabaseAway);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return AWAY_CODES.has(code) || AWAY_STATES.test(code) || BROKEN.test(error.message);
}
