import type { Standing } from "./listed-topics.ts";

/** What became of one row. on_its_way: it may still be reported; stuck: it is here, but could not be received. */
export type Finding = {
  about: string;
  /** A call or a text, and not a phone that a call rang. */
  isCounted: boolean;
  standing: Standing;
  fate: "nothing" | "repaired" | "completed" | "on_its_way" | "stuck";
};

/** The counts of a comparison, over its pages. What it holds grows with what was lost, not with the list. */
export type Tally = {
  at_carrier: number;
  missing: number;
  repaired: Set<string>;
  undecided: Set<string>;
  /** Something may still be reported: worth another look soon. */
  isOpen: boolean;
};

export const emptyTally = (): Tally => ({
  at_carrier: 0,
  missing: 0,
  repaired: new Set(),
  undecided: new Set(),
  isOpen: false,
});

/** Adds what was found of one row. */
export function count(tally: Tally, { about, isCounted, standing, fate }: Finding): void {
  if (standing.kind === "foreign") return;
  if (isCounted) tally.at_carrier += 1;
  if (isCounted && standing.kind === "missing" && fate !== "nothing") tally.missing += 1;
  if (fate === "repaired") tally.repaired.add(about);
  if (fate === "on_its_way" || fate === "stuck" || standing.isOpen === true) tally.undecided.add(about);
  if (fate === "on_its_way" || standing.isOpen === true) tally.isOpen = true;
}
