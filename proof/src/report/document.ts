import { figure as digits } from "../../../rig/src/report/figures.ts";
import { putSections, renderSection } from "../../../rig/src/report/markdown.ts";
import type { Table } from "../../../rig/src/report/section.ts";
import { type Figure, isKept, type Proof } from "../claim.ts";
import type { Verdict } from "../judge.ts";

const PREFACE = `# Proof

What the product promises, what was done to break it, and what was measured. Each section is written by the run that it
tells of: \`npm run proof -- ledger --only=<claim> --seed=<number>\`; \`--write\` keeps its figures here. A run ends with code 1
when a promise is broken. \`npm test\` runs a short form of each.`;

/** The document with this verdict in the place of an older one of the same claim. */
export function keepVerdict(document: string, verdict: Verdict, circumstances: string): string {
  const text = renderVerdict(verdict, circumstances);
  return putSections(document, PREFACE, new Map([[verdict.claim.id, text]]));
}

/** Where and how something was proved, as the last paragraph of its section. */
export function circumstancesOf(verdict: Verdict, { seed, scale }: Proof, machine: string): string {
  const { id } = verdict.claim;
  const part = scale === 1 ? "" : ` --scale=${scale}`;
  const command = `\`npm run proof -- ledger --only=${id} --seed=${seed}${part}\``;
  const share = scale === 1 ? "" : ` This is ${digits(scale * 100)} % of the full form, which proves less.`;
  return `Measured ${machine}; ${verdict.seconds} s. Seed ${seed}: ${command}.${share}`;
}

function renderVerdict({ claim, evidence, holds }: Verdict, circumstances: string): string {
  const outcome = holds ? "" : ` **This run broke the promise**${reasons(evidence.violations)}`;
  const method = `**${claim.sentence}**\n\n${evidence.method}${outcome}`;
  return renderSection({ name: claim.id, method, tables: [tableOf(evidence.figures)] }, circumstances);
}

const MOST_REASONS = 5;

function reasons(violations: readonly string[]): string {
  if (violations.length === 0) return ".";
  return `, ${violations.length} times:\n\n${violations
    .slice(0, MOST_REASONS)
    .map((violation) => `- ${violation.split("\n", 1)[0]}`)
    .join("\n")}`;
}

function tableOf(figures: readonly Figure[]): Table {
  return {
    head: ["figure", "promised", "measured"],
    rows: figures.map((one) => [one.name, promised(one), `${digits(one.measured)}${unit(one)}${mark(one)}`]),
  };
}

function promised(figure: Figure): string {
  const { promised: promise } = figure;
  if (promise === undefined) return "";
  if ("is" in promise) return `${digits(promise.is)}${unit(figure)}`;
  if ("atLeast" in promise) return `at least ${digits(promise.atLeast)}${unit(figure)}`;
  return `at most ${digits(promise.atMost)}${unit(figure)}`;
}

const unit = ({ unit: word }: Figure) => (word === undefined ? "" : ` ${word}`);
const mark = (figure: Figure) => (isKept(figure) ? "" : " (broken)");
