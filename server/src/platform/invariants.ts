import type { Ports } from "./ports.ts";
import type { Tx } from "./scope.ts";

/** A promise about the data that can be checked at any time, in production too. */
export type Invariant = {
  /** As in the documentation: I1, I2 ... */
  id: string;
  sentence: string;
  /** Looks at one tenant; returns one sentence for each breach, none when all is well. */
  check(tx: Tx): Promise<string[]>;
};

/** A promise about the installation as a whole, looked at once for all tenants. */
export type InstallationInvariant = {
  id: string;
  sentence: string;
  check(ports: Pick<Ports, "database">): Promise<string[]>;
};
