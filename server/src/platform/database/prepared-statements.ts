import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type { Pool, PoolClient, QueryResultRow } from "pg";
import { isUnanswered } from "./away.ts";

/** Each is kept ready by every connection that ran it, in some tens of kilobytes. */
const MOST_STATEMENTS = 500;
/** A text that came so often comes again; lists of changing length rarely do. */
const WORTH_KEEPING_FROM = 3;

/**
 * A pool for Kysely whose connections parse and plan what recurs once and then run it by name, which halves the time of
 * short statements. A migration that changes what a kept statement returns makes it fail once; every connection is then
 * replaced before its next use.
 */
export function preparing(pool: Pool): PostgresPool {
  const nameOf = nameStatements();
  const prepared = new WeakMap<PoolClient, Connection>();
  let schema = 0;

  function prepare(client: PoolClient): Connection {
    const bornUnder = schema;
    let stuckSince: Error | null = null;
    const query = async <Row extends QueryResultRow>(text: string, values: readonly unknown[]) => {
      // What comes behind a statement without an answer would wait as long again.
      if (stuckSince !== null) throw stuckSince;
      try {
        // The driver's words for what it did are those that Kysely knows.
        const result = (await client.query({
          name: nameOf(text, values),
          text,
          values: [...values],
        })) as PostgresQueryResult<Row>;
        expectCommitted(text, result.command);
        return result;
      } catch (error) {
        if (isOutdated(error)) schema += 1;
        if (error instanceof Error && (text === "rollback" || isUnanswered(error))) stuckSince = error;
        throw error;
      }
    };
    return {
      // Kysely asks for cursors by the same method, and only when it was given them.
      query: query as PostgresPoolClient["query"],
      isOutdated: () => bornUnder < schema,
      release: (destroy) => client.release(destroy === true || stuckSince !== null || bornUnder < schema),
    };
  }

  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      for (;;) {
        const client = await pool.connect();
        const connection = prepared.get(client) ?? prepare(client);
        prepared.set(client, connection);
        if (!connection.isOutdated()) return connection;
        connection.release(true);
      }
    },
  };
}

type Connection = PostgresPoolClient & { isOutdated(): boolean };

/** Gives names to texts that recur, and none to what needs no parsing twice: begin and commit have no values. */
function nameStatements(): (text: string, values: readonly unknown[]) => string | undefined {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  return (text, values) => {
    const known = names.get(text);
    if (known !== undefined || values.length === 0 || names.size >= MOST_STATEMENTS) return known;
    const times = (seen.get(text) ?? 0) + 1;
    if (times < WORTH_KEEPING_FROM) {
      if (seen.size >= MOST_STATEMENTS) seen.clear();
      seen.set(text, times);
      return undefined;
    }
    seen.delete(text);
    const name = `nmc_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}

/** PostgreSQL: "cached plan must not change result type", with the code feature_not_supported. */
function isOutdated(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "0A000" &&
    error.message.startsWith("cached plan must not")
  );
}

/** PostgreSQL answers `commit` with ROLLBACK after a statement has failed, and with no error: nothing was kept. */
function expectCommitted(text: string, command: string): void {
  if (text === "commit" && command === "ROLLBACK")
    throw new Error(
      "Nothing was committed: a statement of the transaction had failed, and its error was not passed on.",
    );
}
