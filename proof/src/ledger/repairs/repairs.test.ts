import { expect, it, onTestFinished } from "vitest";
import { TEST_SECRET } from "../../../../server/test/kit/cluster.ts";
import { cloneDatabase } from "../../../../server/test/kit/database.ts";
import { createChance } from "../../../../simulator/src/chance.ts";
import { judge } from "../../judge.ts";
import { openLossyWorld, play } from "./losses.ts";
import { whatWasLostIsFound } from "./repairs.ts";
import { differences } from "./truth.ts";

it("finds what was lost: the short form", async () => {
  const databases = { secret: TEST_SECRET, copy: cloneDatabase };
  const verdict = await judge(whatWasLostIsFound, { databases, seed: 1, scale: 0.01, say: () => undefined });
  expect(verdict).toMatchObject({ holds: true, evidence: { violations: [] } });
}, 240_000);

it("sees what was lost as long as nobody compares", async () => {
  const { address, drop } = await cloneDatabase();
  const world = await openLossyWorld({ database: address, secret: TEST_SECRET, seed: 1 });
  onTestFinished(async () => {
    await world.close();
    await drop();
  });
  world.simulator.faults.set({ webhooks: { lost: 0.6 } });
  await play(world, 6, createChance(1));
  expect(await differences(world)).not.toEqual([]);
}, 120_000);
