import { isDatabaseAway } from "#platform/database/away.ts";
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
 * webhook. The work is refused with database_away when patience ends, also while it is under way: a database that vanished
 * without a goodbye answers nothing. Its other failures pass at once.
 */
export function patience({ clock }: Pick<Ports, "clock">): Patiently {
  const deadline = clock.now().add(LONGEST_HOLD);
  return async (work) => {
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    const cancel = clock.schedule(deadline, () => reject(new Refused(DATABASE_AWAY)));
    try {
      return await Promise.race([tooLate, persist(clock, deadline, work)]);
    } finally {
      cancel();
    }
  };
}

async function persist<Result>(
  clock: Ports["clock"],
  deadline: Temporal.Instant,
  work: () => Promise<Result>,
): Promise<Result> {
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
}
