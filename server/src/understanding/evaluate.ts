import type { Address, UnderstandInput, Understanding, WantedTime } from "./contract.ts";

/** What a message should mean, as far as somebody has said. Nested records are compared on the keys they give. */
export type Expected = Partial<Omit<Understanding, "time" | "address">> & {
  time?: Partial<WantedTime>;
  address?: Partial<Address> | null;
};

/** One labelled message. */
export type Case = UnderstandInput & { expect: Expected };

/** How often a field was right, and every case in which it was not. */
export type Score = { right: number; total: number; accuracy: number; misses: Miss[] };
export type Miss = { text: string; expected: unknown; found: unknown };

/** Compares what was understood with what was expected: one score for each field that any case expects. */
export function evaluate(
  cases: readonly Case[],
  understand: (input: UnderstandInput) => Understanding,
): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const { expect, ...input } of cases) {
    const found = understand(input);
    for (const field of Object.keys(expect) as (keyof Expected)[]) {
      const right = agrees(field, expect[field], found[field]);
      const miss = right ? [] : [{ text: input.text, expected: expect[field], found: found[field] }];
      scores.set(field, added(scores.get(field), right, miss));
    }
  }
  return scores;
}

function added(score: Score | undefined, hit: boolean, misses: readonly Miss[]): Score {
  const right = (score?.right ?? 0) + (hit ? 1 : 0);
  const total = (score?.total ?? 0) + 1;
  return { right, total, accuracy: right / total, misses: [...(score?.misses ?? []), ...misses] };
}

function agrees(field: keyof Expected, expected: unknown, found: unknown): boolean {
  if (field === "intents") return sameMembers(expected, found);
  if (isRecord(expected) && isRecord(found))
    return sameParts(expected, found, field === "address" ? spelled : sameText);
  return sameText(expected) === sameText(found);
}

function sameMembers(expected: unknown, found: unknown): boolean {
  const inOrder = (members: unknown[]) => members.map(String).toSorted().join();
  return Array.isArray(expected) && Array.isArray(found) && inOrder(expected) === inOrder(found);
}

function sameParts(
  expected: Record<string, unknown>,
  found: Record<string, unknown>,
  form: (value: unknown) => string,
): boolean {
  return Object.keys(expected).every((key) => form(expected[key]) === form(found[key]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sameText(value: unknown): string {
  return (JSON.stringify(value ?? null) ?? "").toLowerCase();
}

const abbreviations: Record<string, string> = {
  street: "st",
  avenue: "ave",
  road: "rd",
  drive: "dr",
  lane: "ln",
  boulevard: "blvd",
  court: "ct",
  circle: "cir",
  place: "pl",
  terrace: "ter",
  parkway: "pkwy",
  trail: "trl",
  highway: "hwy",
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  "&": "and",
  y: "and",
};

/** The same street however it is abbreviated. */
function spelled(value: unknown): string {
  const words = sameText(value)
    .replace(/[.,"#]/g, " ")
    .trim()
    .split(/\s+/);
  return words.map((word) => abbreviations[word] ?? word).join(" ");
}
