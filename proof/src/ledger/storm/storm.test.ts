import { expect, it } from "vitest";
import { TEST_SECRET } from "../../../../server/test/kit/cluster.ts";
import { cloneDatabase } from "../../../../server/test/kit/database.ts";
import { judge } from "../../judge.ts";
import { nothingIsLostInACrashStorm } from "./storm.ts";

it("loses nothing in a crash storm: the short form", async () => {
  const databases = { secret: TEST_SECRET, copy: cloneDatabase };
  const verdict = await judge(nothingIsLostInACrashStorm, {
    databases,
    seed: 1,
    scale: 0.004,
    say: () => undefined,
  });
  expect(verdict).toMatchObject({ holds: true, evidence: { violations: [] } });
  const measured = Object.fromEntries(verdict.evidence.figures.map((figure) => [figure.name, figure.measured]));
  expect(measured).toMatchObject({ kills: 2 });
  expect(measured["accepted webhooks that say something new"]).toBeGreaterThan(0);
}, 240_000);
