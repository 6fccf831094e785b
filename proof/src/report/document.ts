import { figure as digits } from "../../../rig/src/report/figures.ts";
import { putSections, sectionsOf } from "../../../rig/src/report/markdown.ts";
import { type Figure, isKept, type Proof } from "../claim.ts";
import type { Verdict } from "../judge.ts";
import { joinSections, readSection, renderSection } from "./section.ts";

const PREFACE = `# Proof

What the product promises, what was done to break it, and what was measured. Each section is written by the runs that it
tells of: \`npm run proof -- ledger --only=<claim> --seed=<number>\`; \`--write\` keeps its figures here, those of several seeds
beside each other. A run ends with code 1 when a promise is broken. \`npm test\` runs a short form of each.`;

/**
 * The document with this verdict beside those of the same claim under other seeds. It replaces what was measured at another
 * scale, or when the claim was put to the test otherwise.
 */
export function keepVerdict(
  document: string,
  verdict: Verdict,
  { seed, scale }: Pick<Proof, "seed" | "scale">,
  machine: string,
): string {
  const { claim, evidence } = verdict;
  const older = sectionsOf(document).find(([name]) => name === claim.id)?.[1] ?? "";
  const newer = {
    head: `## ${claim.id}\n\n**${claim.sentence}**\n\n${evidence.method}`,
    figures: evidence.figures.map((figure) => ({ name: figure.name, promised: promised(figure) })),
    runs: new Map([
      [seed, { measured: evidence.figures.map(measured), told: taleOf(verdict, { seed, scale }, machine) }],
    ]),
    share: scale === 1 ? "" : `This is ${digits(scale * 100)} % of the full form, which proves less.`,
  };
  return putSections(document, PREFACE, new Map([[claim.id, renderSection(joinSections(readSection(older), newer))]]));
}

/** Where and how something was proved, and whether it broke the promise. */
function taleOf(
  { claim, evidence, holds, seconds }: Verdict,
  { seed, scale }: Pick<Proof, "seed" | "scale">,
  machine: string,
) {
  const part = scale === 1 ? "" : ` --scale=${scale}`;
  const command = `\`npm run proof -- ledger --only=${claim.id} --seed=${seed}${part}\``;
  const outcome = holds ? "" : ` **This run broke the promise**${reasons(evidence.violations)}`;
  return `measured ${machine}; ${seconds} s: ${command}.${outcome}`;
}

const MOST_REASONS = 5;

function reasons(violations: readonly string[]): string {
  if (violations.length === 0) return ".";
  const first = violations.slice(0, MOST_REASONS).map((violation) => `\n  - ${violation.split("\n", 1)[0]}`);
  return `, ${violations.length} times:${first.join("")}`;
}

function promised(figure: Figure): string {
  const { promised: promise } = figure;
  if (promise === undefined) return "";
  if ("is" in promise) return `${digits(promise.is)}${unit(figure)}`;
  if ("atLeast" in promise) return `at least ${digits(promise.atLeast)}${unit(figure)}`;
  return `at most ${digits(promise.atMost)}${unit(figure)}`;
}

const measured = (figure: Figure) => `${digits(figure.measured)}${unit(figure)}${isKept(figure) ? "" : " (broken)"}`;
const unit = ({ unit: word }: Figure) => (word === undefined ? "" : ` ${word}`);
