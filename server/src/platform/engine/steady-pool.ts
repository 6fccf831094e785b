import type { Pool, PoolClient } from "pg";
import { isDatabaseAway } from "../database/away.ts";

/** serialization_failure (PostgreSQL: "Error Codes"): the engine tries again, 50 ms to 5 s later, up to a hundred times. */
const TRY_AGAIN = "40001";

/**
 * The pool as the job engine should see it: while the database is away, its errors look like ones that pass. The engine
 * tries again after few kinds of errors; after any other it ends itself, and with it the process.
 */
export function steadyPool(pool: Pool): Pool {
  const connect = async () => steadyClient(await steadily(pool.connect()));
  return seenAs(pool, {
    // With arguments it calls back: so the engine listens, which it takes up again by itself.
    connect: (...given: unknown[]) => (given.length > 0 ? Reflect.apply(pool.connect, pool, given) : connect()),
  });
}

function steadyClient(client: PoolClient): PoolClient {
  return seenAs(client, {
    query: (...given: unknown[]) => steadily(Promise.resolve(Reflect.apply(client.query, client, given))),
  });
}

async function steadily<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && isDatabaseAway(error)) Object.assign(error, { code: TRY_AGAIN });
    throw error;
  }
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
