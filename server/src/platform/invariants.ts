import type { Kysely } from "kysely";
import type { DB } from "./database/database-types.ts";

/** A promise about the data that can be checked at any time, in production too. */
export type Invariant = {
  /** As in the documentation: I1, I2 ... */
  id: string;
  sentence: string;
  /** Looks at one tenant; returns one sentence for each breach, none when all is well. */
  check(tx: Kysely<DB>): Promise<string[]>;
};
