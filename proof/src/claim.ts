import type { Scratch } from "../../server/src/simulation/scratch-database.ts";

/** What a proof has to work with. */
export type Proof = {
  /** Every random choice follows from it. */
  seed: number;
  /** 1 is the full form; a hundredth of the work is 0.01. */
  scale: number;
  /** Migrated, empty databases. */
  databases: Pick<Scratch, "secret" | "copy">;
  /** Tells whoever waits what is under way. */
  say(sentence: string): void;
};

/** One promise of the product and how it is put to the test. */
export type Claim = {
  /** Its number among the claims: "G4". */
  id: string;
  /** What is promised, in one sentence. */
  sentence: string;
  prove(proof: Proof): Promise<Evidence>;
};

/** What a run brought to light. */
export type Evidence = {
  /** What was done, in a paragraph of Markdown. */
  method: string;
  figures: readonly Figure[];
  /** Whatever broke the promise, one sentence each. */
  violations: readonly string[];
};

/** A number that was counted or measured, beside what was promised of it, if anything was. */
export type Figure = {
  name: string;
  measured: number;
  promised?: { is: number } | { atLeast: number } | { atMost: number };
  /** Such as "ms"; a count has none. */
  unit?: string;
};

/** Whether what was promised of the figure was kept. A figure that is no number keeps nothing. */
export function isKept({ measured, promised }: Figure): boolean {
  if (promised === undefined) return true;
  if ("is" in promised) return measured === promised.is;
  return "atLeast" in promised ? measured >= promised.atLeast : measured <= promised.atMost;
}

/** So much of the full form's work as the scale asks for, and at least the fewest that mean something. */
export function scaled(amount: number, scale: number, fewest = 1): number {
  return Math.max(fewest, Math.round(amount * scale));
}
