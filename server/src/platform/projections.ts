import { sql } from "kysely";
import type { Scope, Tx } from "./scope.ts";

/** Rows whose state follows from a ledger alone, so that it can be compared with the ledger and rebuilt from it. */
export type Projection = {
  /** What the rows are: "calls". */
  name: string;
  /** Compares rows with what their ledger adds up to. Changes nothing. */
  compare(tx: Tx, stretch: Stretch): Promise<Compared>;
};

/** Which rows: so many after an id, in the order of the ids, or those that a carrier's sid or an id of ours names. */
export type Stretch = { after: string; most: number } | { named: string };

export type Compared = {
  rows: number;
  events: number;
  /** The id of the last row; null when there were none. */
  last: string | null;
  deviations: Deviation[];
};

/** A row that is not what its ledger says. */
export type Deviation = {
  id: string;
  differences: Difference[];
  /** Writes what the ledger says. In the transaction of the comparison, which holds the row. */
  mend(scope: Scope): Promise<void>;
};

export type Difference = { column: string; is: unknown; should_be: unknown };

/** A stretch, or rows that are to be held until the transaction ends. */
export type Range = Stretch | { held: string[] };

export function defineProjection(name: string, compare: (tx: Tx, range: Range) => Promise<Compared>): Projection {
  return {
    name,
    async compare(tx, stretch) {
      const seen = await compare(tx, stretch);
      if (seen.deviations.length === 0) return seen;
      // They may have been read while an event was taken in: they are held, and looked at again.
      const { deviations } = await compare(tx, { held: seen.deviations.map(({ id }) => id) });
      return { ...seen, deviations };
    },
  };
}

/** Before every id. */
export const FROM_THE_START = "00000000-0000-0000-0000-000000000000";

const ROWS_AT_ONCE = 200;

/** Compares every row after an id, in chunks. */
export async function* compareAfter(tx: Tx, projection: Projection, after: string): AsyncGenerator<Compared> {
  for (let last: string | null = after; last !== null; ) {
    const compared: Compared = await projection.compare(tx, { after: last, most: ROWS_AT_ONCE });
    yield compared;
    last = compared.rows < ROWS_AT_ONCE ? null : compared.last;
  }
}

/** One sentence for each row of the last two days that is not what its ledger says; it names columns, never their values. */
export async function breachesOf(tx: Tx, projection: Projection): Promise<string[]> {
  const { rows } = await sql<{ recent: string }>`select id_floor(app_now() - interval '2 days') as recent`.execute(tx);
  const breaches: string[] = [];
  for await (const { deviations } of compareAfter(tx, projection, rows[0]?.recent ?? FROM_THE_START))
    for (const { id, differences } of deviations) {
      const columns = differences.map(({ column }) => column).join(", ");
      breaches.push(`Of the ${projection.name}, ${id} is not what its events say, in ${columns}.`);
    }
  return breaches;
}

/** The columns in which a row is not as it should be. */
export function differencesBetween(row: object, shouldBe: object): Difference[] {
  return Object.entries(shouldBe).flatMap(([column, should_be]: [string, unknown]) => {
    const is: unknown = Reflect.get(row, column);
    return inWords(is) === inWords(should_be) ? [] : [{ column, is, should_be }];
  });
}

/** Moments and numbers are compared by what they say. */
function inWords(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
