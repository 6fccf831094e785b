import { reconcile } from "../../../../server/src/modules/intake/index.ts";
import type { DatabaseAddress } from "../../../../server/src/platform/database/database.ts";
import { createChance } from "../../../../simulator/src/chance.ts";
import { type Find, findsOf } from "./finds.ts";
import { type LossyWorld, loseNothing, openLossyWorld, play } from "./losses.ts";
import { differences, type Lateness, latenessOf } from "./truth.ts";

/** A world to be played, and when the carrier's lists are compared in it: by itself as time goes on, or once, at the end. */
export type WorldOrder = {
  database: DatabaseAddress;
  secret: Uint8Array;
  seed: number;
  callers: number;
  compares: "steadily" | "once";
};

export type Tale = {
  calls: number;
  finds: Find[];
  texts: Lateness[];
  /** Where our records differ from the carrier's, in the end. */
  wrong: string[];
  /** Records that one pass put right, and then another. */
  repaired: number;
  repairedAgain: number;
};

/** As in production. */
export const RECONCILE_MINUTES = 4;
const HOUR_MS = 3_600_000;

export async function playWorld({ database, secret, seed, callers, compares }: WorldOrder): Promise<Tale> {
  const rhythm = compares === "steadily" ? { reconcileMinutes: RECONCILE_MINUTES } : {};
  const world = await openLossyWorld({ database, secret: Buffer.from(secret), seed, ...rhythm }, callers);
  try {
    await play(world, callers, createChance(seed));
    return await (compares === "steadily" ? goOn : passOnce)(world);
  } finally {
    await world.close();
  }
}

/** Hours pass before anything is compared. */
async function passOnce(world: LossyWorld): Promise<Tale> {
  await world.clock.advance(3 * HOUR_MS);
  loseNothing(world);
  const repaired = await pass(world);
  const tale = await taleOf(world);
  return { ...tale, repaired, repairedAgain: await pass(world) };
}

/** @returns how many records were put right. */
async function pass({ businesses, clock, house }: LossyWorld): Promise<number> {
  const comparisons = await Promise.all(businesses.map(({ tenantId }) => reconcile(house.ports, tenantId)));
  await clock.advance(10_000);
  return comparisons.flat().reduce((sum, { state }) => sum + state.repaired, 0);
}

/** Passes go on by themselves while webhooks are lost. */
async function goOn(world: LossyWorld): Promise<Tale> {
  await world.clock.advance(10 * 60_000);
  return taleOf(world);
}

async function taleOf(world: LossyWorld): Promise<Tale> {
  const { truth } = world.simulator;
  const calls = truth.calls().filter(({ parentCallSid }) => parentCallSid === null).length;
  const finds = await findsOf(world);
  return {
    calls,
    finds,
    texts: latenessOf({ calls: truth.calls(), messages: truth.messages() }),
    wrong: await differences(world),
    repaired: 0,
    repairedAgain: 0,
  };
}
