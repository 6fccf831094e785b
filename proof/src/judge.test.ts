import { expect, it } from "vitest";
import { type Claim, type Evidence, isKept, scaled } from "./claim.ts";
import { asLine, judge } from "./judge.ts";

const proof = {
  seed: 7,
  scale: 1,
  databases: { secret: Buffer.alloc(32), copy: () => Promise.reject(new Error("No database is needed.")) },
  say: () => undefined,
};

const claimOf = (prove: () => Promise<Evidence>): Claim => ({ id: "G0", sentence: "Nothing is lost.", prove });
const claiming = (evidence: Partial<Evidence>) =>
  claimOf(async () => ({ method: "It was counted.", figures: [], violations: [], ...evidence }));

it.each([
  [{ is: 3 }, 3, true],
  [{ is: 3 }, 2, false],
  [{ atLeast: 3 }, 3, true],
  [{ atLeast: 3 }, 2, false],
  [{ atMost: 3 }, 3, true],
  [{ atMost: 3 }, 4, false],
  [{ atMost: 3 }, Number.NaN, false],
])("%o is kept by %d: %s", (promised, measured, kept) => {
  expect(isKept({ name: "count", measured, promised })).toBe(kept);
});

it("holds when every figure is kept and nothing was violated", async () => {
  const figures = [{ name: "lost", measured: 0, promised: { is: 0 } }];
  expect(await judge(claiming({ figures }), proof)).toMatchObject({ holds: true });
  expect(await judge(claiming({ figures, violations: ["One was lost."] }), proof)).toMatchObject({ holds: false });
});

it("counts a run that broke down as a broken promise", async () => {
  const verdict = await judge(
    claimOf(() => Promise.reject(new Error("The rig fell over."))),
    proof,
  );
  expect(verdict.holds).toBe(false);
  expect(asLine(verdict, proof)).toContain("The rig fell over.");
});

it("says it in one line of JSON, with the seed by which it happens again", async () => {
  const figures = [{ name: "Webhooks lost", measured: 2, promised: { is: 0 } }];
  const line = asLine(await judge(claiming({ figures }), proof), proof);
  expect(line).not.toContain("\n");
  expect(JSON.parse(line)).toMatchObject({ claim: "G0", seed: 7, holds: false, figures: { webhooks_lost: 2 } });
});

it("scales work down to one piece at least, or the fewest that mean something", () => {
  expect([scaled(500, 1), scaled(500, 0.01), scaled(500, 0.0001)]).toEqual([500, 5, 1]);
  expect(scaled(500, 0.01, 20)).toBe(20);
});
