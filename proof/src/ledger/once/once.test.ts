import { expect, it } from "vitest";
import { TEST_SECRET } from "../../../../server/test/kit/cluster.ts";
import { cloneDatabase } from "../../../../server/test/kit/database.ts";
import { isKept } from "../../claim.ts";
import { judge } from "../../judge.ts";
import type { Played } from "./missed-calls.ts";
import { evidence, oneTextForAMissedCall } from "./once.ts";

const played: Played = { missed: 3, texted: 3, reasons: {}, doubles: 0, silent: 0, breaches: [] };

it.each<[string, Partial<Played>]>([
  ["a gate that refuses all", { texted: 0, reasons: { quiet_hours: 3 } }],
  ["a call that was not missed", { missed: 2, texted: 2 }],
  ["a text that was taken twice", { doubles: 1 }],
  ["a call that was forgotten", { texted: 2, silent: 1 }],
])("finds %s", (_what, changes) => {
  expect(evidence(3, [played], 1).figures.every(isKept)).toBe(true);
  expect(evidence(3, [{ ...played, ...changes }], 1).figures.every(isKept)).toBe(false);
});

it("sends one text for each missed call: the short form", async () => {
  const databases = { secret: TEST_SECRET, copy: cloneDatabase };
  const verdict = await judge(oneTextForAMissedCall, { databases, seed: 1, scale: 0.0005, say: () => undefined });
  expect(verdict).toMatchObject({ holds: true, evidence: { violations: [] } });
  const measured = Object.fromEntries(verdict.evidence.figures.map((figure) => [figure.name, figure.measured]));
  expect(measured).toMatchObject({ "missed calls": 50, texted: 50 });
}, 180_000);
