import { expect, it } from "vitest";
import type { Claim, Evidence } from "../claim.ts";
import type { Verdict } from "../judge.ts";
import { keepVerdict } from "./document.ts";

const method = "They were counted.";
const unexpected = () => Promise.reject(new Error("Nothing is put to the test here."));
const claim: Claim = { id: "G7", sentence: "Nothing is lost.", prove: unexpected };

function verdictOf(measured: number, changes: Partial<Evidence> = {}): Verdict {
  const figures = [{ name: "webhooks", measured, promised: { atLeast: 100 } }];
  const evidence = { method, figures, violations: [], ...changes };
  return { claim, evidence, holds: evidence.violations.length === 0, seconds: 3 };
}

const keep = (document: string, seed: number, verdict: Verdict, scale = 1) =>
  keepVerdict(document, verdict, { seed, scale }, `on machine ${seed}`);
const rows = (document: string) => document.split("\n").filter((line) => line.startsWith("| "));

it("keeps the figures beside what was promised, and those of other claims", () => {
  const document = keep("# Old\n\n## G2\n\nkept\n", 7, verdictOf(100_000));
  expect(document).toContain("**Nothing is lost.**\n\nThey were counted.");
  expect(rows(document)).toEqual([
    "| figure | promised | seed 7 |",
    "| --- | ---: | ---: |",
    "| webhooks | at least 100 | 100,000 |",
  ]);
  expect(document).toContain("- Seed 7: measured on machine 7; 3 s: `npm run proof -- ledger --only=G7 --seed=7`.");
  expect(document).toContain("## G2\n\nkept");
});

it("keeps the figures of several seeds beside each other, each seed's newest", () => {
  const runs: [number, number][] = [
    [10, 100],
    [2, 200],
    [1, 300],
    [2, 400],
  ];
  const calls = { name: "calls", measured: 5, unit: "a day" };
  const document = runs.reduce((kept, [seed, measured]) => {
    const { evidence } = verdictOf(measured);
    return keep(kept, seed, verdictOf(measured, { figures: [...evidence.figures, calls] }));
  }, "");
  expect(rows(document)).toEqual([
    "| figure | promised | seed 1 | seed 2 | seed 10 |",
    "| --- | ---: | ---: | ---: | ---: |",
    "| webhooks | at least 100 | 300 | 400 | 100 |",
    "| calls |  | 5 a day | 5 a day | 5 a day |",
  ]);
  expect(document.match(/^- Seed .*machine/gm)).toHaveLength(3);
});

it("says under which seed the promise was broken", () => {
  const broken = verdictOf(200, { violations: ["One was lost.", "Another was."] });
  const document = keep(keep(keep("", 1, verdictOf(100)), 2, broken), 3, verdictOf(300));
  expect(document).toMatch(
    /- Seed 2: .*broke the promise\*\*, 2 times:\n {2}- One was lost\.\n {2}- Another was\.\n- Seed 3: /,
  );
  expect(rows(document).at(-1)).toBe("| webhooks | at least 100 | 100 | 200 | 300 |");
});

it.each<[string, Verdict, number]>([
  ["at another scale", verdictOf(5), 0.5],
  ["put to the test otherwise", verdictOf(5, { method: "They were weighed." }), 1],
  ["promised otherwise", verdictOf(5, { figures: [{ name: "webhooks", measured: 5, promised: { atLeast: 9 } }] }), 1],
])("replaces what was measured %s", (_how, verdict, scale) => {
  const document = keep(keep("", 1, verdictOf(100)), 2, verdict, scale);
  expect(rows(document)[0]).toBe("| figure | promised | seed 2 |");
  expect(document).not.toContain("Seed 1");
  expect(document.includes("50 % of the full form")).toBe(scale === 0.5);
});
