import { type Claim, type Evidence, type Figure, isKept, type Proof } from "./claim.ts";

/** What became of one claim. */
export type Verdict = {
  claim: Claim;
  evidence: Evidence;
  holds: boolean;
  seconds: number;
};

/** Puts a claim to the test. A run that breaks down breaks the promise. */
export async function judge(claim: Claim, proof: Proof): Promise<Verdict> {
  const startedAt = performance.now();
  const evidence = await claim.prove(proof).catch(breakdown);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  return { claim, evidence, seconds, holds: evidence.violations.length === 0 && evidence.figures.every(isKept) };
}

function breakdown(error: unknown): Evidence {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { method: "The run broke down.", figures: [], violations: [said] };
}

const MOST_VIOLATIONS = 20;

/** The verdict as one line of JSON. */
export function asLine({ claim, evidence, holds, seconds }: Verdict, { seed, scale }: Proof): string {
  const figures = Object.fromEntries(evidence.figures.map(({ name, measured }) => [snakeCase(name), measured]));
  const broken = evidence.figures.filter((figure) => !isKept(figure)).map(sentenceOf);
  const violations = [...broken, ...evidence.violations];
  return JSON.stringify({
    claim: claim.id,
    seed,
    scale,
    holds,
    seconds,
    figures,
    violations: violations.slice(0, MOST_VIOLATIONS),
    ...(violations.length > MOST_VIOLATIONS ? { more_violations: violations.length - MOST_VIOLATIONS } : {}),
  });
}

function sentenceOf({ name, measured, promised, unit = "" }: Figure): string {
  return `${name}: ${measured} ${unit} instead of ${JSON.stringify(promised)}`;
}

function snakeCase(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}
