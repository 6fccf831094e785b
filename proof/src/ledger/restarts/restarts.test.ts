import { expect, it } from "vitest";
import { TEST_SECRET } from "../../../../server/test/kit/cluster.ts";
import { cloneDatabase } from "../../../../server/test/kit/database.ts";
import { isKept } from "../../claim.ts";
import { judge } from "../../judge.ts";
import { evidence, noWebhookIsRefusedWhileTheDatabaseRestarts } from "./restarts.ts";

const asked = (key: string, askedAt: number, answeredAt: number, status: number | null) => {
  return { key, askedAt, answeredAt, status };
};
const SHORT = { killedAt: 1_000, backAt: 3_000 };
const LONG = { killedAt: 10_000, backAt: 17_000 };
const times = { calmFrom: 0, calmUntil: 500, restarts: [SHORT, LONG] };
const calm = asked("calm", 100, 110, 200);

const broken = (...all: ReturnType<typeof asked>[]) => {
  const stored = new Set(["calm", "stored"]);
  return evidence([calm, ...all], times, stored, 2)
    .figures.filter((figure) => !isKept(figure))
    .map(({ name }) => name);
};

it("counts an error against us unless the database was away for long", () => {
  expect(broken(asked("stored", 1_500, 3_100, 200))).toEqual([]);
  expect(broken(asked("stored", 1_500, 3_100, 503))).toEqual(["errors not due to a long restart"]);
  expect(broken(asked("stored", 5_000, 5_100, null))).toEqual(["errors not due to a long restart"]);
  expect(broken(asked("stored", 11_000, 24_000, 503))).toEqual([]);
});

it("counts what was acknowledged and is not stored", () => {
  expect(broken(asked("gone", 1_500, 3_100, 200))).toEqual(["acknowledged webhooks that are not stored"]);
});

it("counts how long an answer takes in calm", () => {
  expect(broken(asked("stored", 0, 400, 200))).toEqual(["in calm, acknowledged at p99"]);
});

it("refuses no webhook while the database restarts: the short form", async () => {
  const databases = { secret: TEST_SECRET, copy: cloneDatabase };
  const proof = { databases, seed: 1, scale: 0.02, say: () => undefined };
  const verdict = await judge(noWebhookIsRefusedWhileTheDatabaseRestarts, proof);
  const measured = Object.fromEntries(verdict.evidence.figures.map((figure) => [figure.name, figure.measured]));
  // How fast it answers is measured in the full form, on a machine that does nothing else.
  expect(measured).toMatchObject({
    "deaths of the database": 2,
    "errors not due to a long restart": 0,
    "acknowledged webhooks that are not stored": 0,
  });
}, 240_000);
