import { expect, it } from "vitest";
import { TEST_SECRET } from "../../../../server/test/kit/cluster.ts";
import { cloneDatabase } from "../../../../server/test/kit/database.ts";
import { judge } from "../../judge.ts";
import { oneTextForAMissedCall } from "./once.ts";

it("sends one text for each missed call: the short form", async () => {
  const databases = { secret: TEST_SECRET, copy: cloneDatabase };
  const verdict = await judge(oneTextForAMissedCall, { databases, seed: 1, scale: 0.0005, say: () => undefined });
  expect(verdict).toMatchObject({ holds: true, evidence: { violations: [] } });
  const measured = Object.fromEntries(verdict.evidence.figures.map((figure) => [figure.name, figure.measured]));
  expect(measured).toMatchObject({ "missed calls": 50, texted: 50 });
}, 180_000);
