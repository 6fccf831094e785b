import { setTimeout as pause } from "node:timers/promises";
import type { Pool } from "pg";
import { isDatabaseAway } from "../database/away.ts";

const AWAY_PAUSE_MS = 100;
const TROUBLE_PAUSE_MS = 1000;
/** Access rule violations and names that do not exist (PostgreSQL: "Error Codes"): asking again changes nothing. */
const WRONG_QUESTION = /^42/;

export type SteadyPool = {
  pool: Pool;
  /** From now on a question that finds no database is answered as if it had changed nothing. */
  stop(): void;
};

/**
 * The pool as the job engine should see it: each of its statements stands alone and may be said twice, so it is said until
 * it was heard. The engine gives up for good after a job that could not be struck off, and what it then leaves
 * undone holds up its own end.
 * @param onTrouble is told of errors that are not the database being away.
 */
export function steadyPool(pool: Pool, onTrouble: (error: unknown) => void): SteadyPool {
  const stopping = new AbortController();

  async function ask(given: readonly unknown[]): Promise<unknown> {
    for (;;) {
      try {
        return await Reflect.apply(pool.query, pool, given);
      } catch (error) {
        if (isWrongQuestion(error)) throw error;
        const isAway = isDatabaseAway(error);
        if (!isAway) onTrouble(error);
        if (stopping.signal.aborted) return { rows: [], rowCount: 0 };
        await pause(isAway ? AWAY_PAUSE_MS : TROUBLE_PAUSE_MS, undefined, stopping).catch(() => undefined);
      }
    }
  }

  const client = { query: (...given: unknown[]) => ask(given), release: () => undefined };
  return {
    pool: seenAs(pool, {
      // With arguments it calls back: so the engine listens, which it takes up again by itself.
      connect: async (...given: unknown[]) => (given.length > 0 ? Reflect.apply(pool.connect, pool, given) : client),
    }),
    stop: () => stopping.abort(),
  };
}

function isWrongQuestion(error: unknown): boolean {
  return error instanceof Error && "code" in error && WRONG_QUESTION.test(String(error.code));
}

/** The object with some of its methods exchanged. */
function seenAs<Subject extends object>(subject: Subject, exchanged: Record<string, unknown>): Subject {
  return new Proxy(subject, {
    get(target, name) {
      if (typeof name === "string" && Object.hasOwn(exchanged, name)) return exchanged[name];
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
