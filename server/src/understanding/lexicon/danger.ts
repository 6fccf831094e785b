import type { Hazard, Level } from "../contract.ts";

/** Words that tell of one danger at one level, when it is present. */
export type Danger = { hazard: Hazard | null; level: Exclude<Level, "routine">; patterns: readonly string[] };

/** Words around a danger that change what it means. */
export type Surroundings = {
  /** Idioms and harmless things that contain a danger's words; covered before dangers are looked for. */
  masks: readonly string[];
  /** Words that deny what follows, and the words that may stand between. */
  negations: readonly string[];
  transparent: readonly string[];
  /** Openings of an imagined danger, at most four words before it. */
  imagined: readonly string[];
  /** Openings that only sound imagined: "not sure if". */
  doubt: readonly string[];
  /** Openings of a question about what the business does. */
  service: readonly string[];
  /** Openings that put an event in the past: "we had a". */
  happened: readonly string[];
  /** When it was: long ago, or lately; `present` near the danger overrules both. */
  old: readonly string[];
  recent: readonly string[];
  present: readonly string[];
  /** Others have ended the danger. */
  ended: readonly string[];
  /** The customer says that there is no hurry. */
  calm: readonly string[];
};
