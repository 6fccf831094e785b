import { setTimeout as pause } from "node:timers/promises";
import type { PoolConfig } from "pg";
import { askOnce } from "../../../../rig/src/ask-once.ts";
import { percentile } from "../../../../rig/src/statistics.ts";
import { openTown } from "../../../../rig/src/town.ts";
import { type Chance, createChance } from "../../../../simulator/src/chance.ts";
import { type Claim, type Evidence, type Proof, scaled } from "../../claim.ts";
import { startCarrier } from "../../ground/carrier.ts";
import { type MortalDatabase, startMortalDatabase } from "../../ground/database.ts";
import { storedKeys } from "../../ground/inbox.ts";
import { aheadToMorning } from "../../ground/morning.ts";
import { createPoster } from "../../ground/post.ts";
import { startServer } from "../../ground/server.ts";
import { type Asked, startLoad } from "./load.ts";

const FULL = { kills: 100, calmMs: 60_000, warmUpMs: 5_000, afterwardsMs: 5_000, businesses: 100 };
const A_SECOND = 200;
/** Less would not fill the statistics, or not see what comes late. */
const FEWEST = { ms: 1_000, businesses: 10 };
/** A restart that takes longer may be answered with an error. */
const SHORT_MS = 5_000;

export const noWebhookIsRefusedWhileTheDatabaseRestarts: Claim = {
  id: "G3",
  sentence:
    "No webhook is refused while the database restarts; in calm it is acknowledged, which is committed, at once.",
  async prove(proof) {
    const database = await startMortalDatabase();
    const aheadMs = aheadToMorning();
    const { address } = await database.scratch.copy();
    const businesses = scaled(FULL.businesses, proof.scale, FEWEST.businesses);
    const town = await openTown(address, database.scratch.secret, businesses);
    const carrier = await startCarrier(town, { seed: proof.seed, aheadMs, origin: () => server.origin });
    const server = startServer({ ...town, carrierUrl: carrier.url, port: 0, aheadMs });
    const poster = createPoster(20_000);
    try {
      const chance = createChance(proof.seed);
      const load = startLoad({ town, poster, aheadMs, origin: await server.origin }, A_SECOND, chance);
      const times = await shake(proof, database, chance);
      const asked = await load.stop();
      return evidence(asked, times, await storedKeys(address.owner), scaled(FULL.kills, proof.scale));
    } finally {
      poster.close();
      await server.end();
      await carrier.close();
      await database.scratch.stop();
    }
  },
};

type Restart = { killedAt: number; backAt: number };
type Times = { calmFrom: number; calmUntil: number; restarts: Restart[] };

/** Calm first, then one death after another, each as soon as the database has been back for a while. */
async function shake({ scale, say }: Proof, database: MortalDatabase, chance: Chance): Promise<Times> {
  // Until the compilers are warm.
  await pause(scaled(FULL.warmUpMs, scale, FEWEST.ms));
  const calmFrom = performance.now();
  say("In calm …");
  await pause(scaled(FULL.calmMs, scale, FEWEST.ms));
  const calmUntil = performance.now();
  const count = scaled(FULL.kills, scale);
  say(`${count} deaths of the database …`);
  const restarts: Restart[] = [];
  while (restarts.length < count) {
    const place = restarts.length;
    await pause(500 + chance.roll("pause", place) * 2_000);
    const killedAt = performance.now();
    const isKilled =
      place % 2 === 0 ? database.killPostmaster() : await database.killBackend(chance.roll("which", place));
    if (isKilled) restarts.push({ killedAt, backAt: await backAgain(database.scratch.owner) });
  }
  await pause(scaled(FULL.afterwardsMs, scale, FEWEST.ms));
  return { calmFrom, calmUntil, restarts };
}

async function backAgain(owner: PoolConfig): Promise<number> {
  for (;;) {
    await pause(20);
    const row = await askOnce({ ...owner, connectionTimeoutMillis: 1_000 }, "select 1 as alive").catch(() => undefined);
    if (row !== undefined) return performance.now();
  }
}

export function evidence(
  asked: readonly Asked[],
  { calmFrom, calmUntil, restarts }: Times,
  stored: ReadonlySet<string>,
  kills: number,
): Evidence {
  const calm = asked.filter(({ askedAt, answeredAt }) => askedAt >= calmFrom && answeredAt <= calmUntil);
  const calmMs = calm.map(({ askedAt, answeredAt }) => answeredAt - askedAt);
  const long = restarts.filter(({ killedAt, backAt }) => backAt - killedAt > SHORT_MS);
  const overlaps = ({ askedAt, answeredAt }: Asked, { killedAt, backAt }: Restart) =>
    askedAt <= backAt && answeredAt >= killedAt;
  const refused = asked.filter(({ status }) => status !== 200);
  const excused = refused.filter((one) => long.some((restart) => overlaps(one, restart)));
  const lost = asked.filter(({ key, status }) => status === 200 && !stored.has(key));
  const held = asked.filter((one) => restarts.some((restart) => overlaps(one, restart)));
  return {
    method: METHOD,
    figures: [
      { name: "deaths of the database", measured: restarts.length, promised: { atLeast: kills } },
      { name: "requests", measured: asked.length },
      { name: "errors not due to a long restart", measured: refused.length - excused.length, promised: { is: 0 } },
      { name: "acknowledged webhooks that are not stored", measured: lost.length, promised: { is: 0 } },
      { name: "in calm, acknowledged at p50", measured: percentile(calmMs, 0.5), unit: "ms" },
      {
        name: "in calm, acknowledged at p99",
        measured: percentile(calmMs, 0.99),
        unit: "ms",
        promised: { atMost: 100 },
      },
      { name: "slowest answer during a restart", measured: slowest(held) / 1000, unit: "s" },
      { name: "slowest restart", measured: Math.max(...restarts.map(lengthOf)) / 1000, unit: "s" },
      { name: "restarts of more than 5 s", measured: long.length },
      { name: "errors due to those", measured: excused.length },
    ],
    violations: refused
      .filter((one) => !excused.includes(one))
      .map(({ key, status }) => `The webhook ${key} was answered ${status ?? "by a broken connection"}.`),
  };
}

const lengthOf = ({ killedAt, backAt }: Restart) => backAt - killedAt;

function slowest(asked: readonly Asked[]): number {
  return Math.max(0, ...asked.map(({ askedAt, answeredAt }) => answeredAt - askedAt));
}

const METHOD = `One process of the product (web and worker) on a durable PostgreSQL got webhooks of whole calls, ${A_SECOND} a second by HTTP, each posted once at its own moment whatever became of those before (open loop). After a calm stretch the database was killed again and again, its postmaster and single connections in turn, at random moments after it was back. A restart lasts from the kill until a new connection is served.`;
