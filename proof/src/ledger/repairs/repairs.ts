import { reconcile } from "../../../../server/src/modules/intake/index.ts";
import { createChance } from "../../../../simulator/src/chance.ts";
import { type Claim, type Proof, scaled } from "../../claim.ts";
import { type LossyWorld, loseNothing, openLossyWorld, play } from "./losses.ts";
import { differences, latestFind, latestText } from "./truth.ts";

const CALLERS = 1_000;
/** As in production, rounded up to whole minutes. */
const RECONCILE_MINUTES = 4;
const HOUR_MS = 3_600_000;

export const whatWasLostIsFound: Claim = {
  id: "G5",
  sentence:
    "What the carrier's webhooks did not tell is found in its lists: one pass equals the carrier's truth, within five minutes, and nobody is texted hours late.",
  async prove(proof) {
    const callers = scaled(CALLERS, proof.scale);
    proof.say("One pass after everything …");
    const once = await inWorld(proof, {}, (world) => passOnce(world, callers, proof.seed));
    proof.say("Passes as time goes on …");
    const steady = await inWorld(proof, { reconcileMinutes: RECONCILE_MINUTES }, (world) =>
      goOn(world, callers, proof.seed),
    );
    const texted = Math.max(once.latestTextMs, steady.latestTextMs);
    return {
      method: METHOD,
      figures: [
        { name: "calls", measured: once.calls + steady.calls },
        { name: "webhooks lost", measured: once.lost + steady.lost },
        { name: "records put right by one pass", measured: once.repaired, promised: { atLeast: 1 } },
        {
          name: "records that differ from the carrier's after one pass",
          measured: once.wrong.length,
          promised: { is: 0 },
        },
        { name: "records that a second pass put right", measured: once.repairedAgain, promised: { is: 0 } },
        { name: "records that differ while passes go on", measured: steady.wrong.length, promised: { is: 0 } },
        {
          name: "latest find after a call's end",
          measured: steady.latestFindMs / 60_000,
          unit: "min",
          promised: { atMost: 5 },
        },
        { name: "latest text after a call", measured: texted / 60_000, unit: "min", promised: { atMost: 60 } },
      ],
      violations: [...once.wrong, ...steady.wrong],
    };
  },
};

async function inWorld<Result>(
  { databases, seed }: Proof,
  options: { reconcileMinutes?: number },
  work: (world: LossyWorld) => Promise<Result>,
): Promise<Result> {
  const { address, drop } = await databases.copy();
  const world = await openLossyWorld({ database: address, secret: databases.secret, seed, ...options });
  try {
    return await work(world);
  } finally {
    await world.close();
    await drop();
  }
}

/** Hours pass before anything is compared. */
async function passOnce(world: LossyWorld, callers: number, seed: number) {
  await play(world, callers, createChance(seed));
  await world.clock.advance(3 * HOUR_MS);
  loseNothing(world);
  const repaired = await pass(world);
  const wrong = await differences(world);
  const repairedAgain = await pass(world);
  return { ...taleOf(world), repaired, wrong, repairedAgain };
}

/** @returns how many records were put right. */
async function pass(world: LossyWorld): Promise<number> {
  const comparisons = await reconcile(world.house.ports, world.tenantId);
  await world.clock.advance(10_000);
  return comparisons.reduce((sum, { state }) => sum + state.repaired, 0);
}

/** Passes go on by themselves while webhooks are lost. */
async function goOn(world: LossyWorld, callers: number, seed: number) {
  await play(world, callers, createChance(seed));
  await world.clock.advance(10 * 60_000);
  return { ...taleOf(world), latestFindMs: await latestFind(world), wrong: await differences(world) };
}

function taleOf(world: LossyWorld) {
  const { truth } = world.simulator;
  return {
    calls: truth.calls().filter(({ parentCallSid }) => parentCallSid === null).length,
    lost: truth.webhooks().filter(({ fault }) => fault === "lost").length,
    latestTextMs: latestText(world),
  };
}

const METHOD = `A business whose callers are answered, missed or give up, some of whom write and some STOP, at a carrier that loses three webhooks in ten, in a world with a virtual clock. In one world nothing is compared until three hours after the last call; then one pass is made, our records are compared with the carrier's own ledger, record by record, and a second pass may find nothing. In another the product compares by itself every ${RECONCILE_MINUTES} minutes while webhooks go on being lost. How late a find or a text was is told by the carrier's ledger.`;
