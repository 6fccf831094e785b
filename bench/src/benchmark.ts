import type { Section } from "../../rig/src/report/section.ts";
import type { Scratch } from "../../server/src/simulation/scratch-database.ts";

/** What a benchmark has to work with. */
export type Bench = {
  /** Durable: fsync and synchronous_commit are on, as in production. */
  scratch: Scratch;
  /** How often everything is measured; medians and spread are told of so many. */
  rounds: number;
  /** Tells whoever waits what is under way. */
  say(sentence: string): void;
};

/** `npm run bench -- <name>` */
export type Benchmark = {
  name: string;
  /** One line, for the list of benchmarks. */
  purpose: string;
  run(bench: Bench): Promise<Section>;
};
