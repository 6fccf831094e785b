import { setTimeout as pause } from "node:timers/promises";
import { askOnce } from "../../../../rig/src/ask-once.ts";
import { openHouse } from "../../../../rig/src/house.ts";
import { percentile } from "../../../../rig/src/statistics.ts";
import { openTown, type Town } from "../../../../rig/src/town.ts";
import { examine } from "../../../../server/src/modules/operations/index.ts";
import { systemClock } from "../../../../server/src/platform/clock.ts";
import { createChance } from "../../../../simulator/src/chance.ts";
import { type Claim, type Evidence, type Proof, scaled } from "../../claim.ts";
import { type Carrier, startCarrier } from "../../ground/carrier.ts";
import { type MortalDatabase, startMortalDatabase } from "../../ground/database.ts";
import { aheadToMorning } from "../../ground/morning.ts";
import { createPostman, type Postman } from "../../ground/postman.ts";
import { untilAtRest } from "../../ground/rest.ts";
import { type Servers, startServers } from "../../ground/servers.ts";
import { callOf, isOfCall, type StormCall } from "./calls.ts";
import { type Kills, killAll } from "./kills.ts";
import { watchOrphans } from "./orphans.ts";
import { reckon, type ToldCall } from "./reckoning.ts";
import { type TextWaits, watchTexts } from "./waits.ts";

/** What the full form does. */
const FULL = { kills: 500, deliveries: 100_000, minutes: 10 };
const APPS = { all: 3, fewest: 2 };
const BUSINESSES = { all: 100, fewest: 10 };
const LOOK_MS = 100;
const NOBODY_LISTENS_MS = 10_000;
const AT_REST_WITHIN_MS = 1_200_000;

export const nothingIsLostInACrashStorm: Claim = {
  id: "G1",
  sentence:
    "Nothing is lost in a crash storm: whatever is killed, every accepted webhook counts once, and every missed call gets one text or a reason.",
  async prove(proof) {
    const database = await startMortalDatabase();
    try {
      return await storm(proof, database);
    } finally {
      await database.scratch.stop();
    }
  },
};

type Ground = {
  town: Town;
  aheadMs: number;
  carrier: Carrier;
  servers: Servers;
  postman: Postman;
  texts: TextWaits;
};

async function storm(proof: Proof, database: MortalDatabase): Promise<Evidence> {
  const chance = createChance(proof.seed);
  const { address } = await database.scratch.copy();
  const aheadMs = aheadToMorning();
  const town = await openTown(address, database.scratch.secret, scaled(BUSINESSES.all, proof.scale, BUSINESSES.fewest));
  const origin = async () => {
    for (let waited = 0; servers.origins().length === 0; waited += LOOK_MS) {
      if (waited > NOBODY_LISTENS_MS) throw new Error("No server listens.");
      await pause(LOOK_MS);
    }
    return servers.origins()[0] ?? "";
  };
  const carrier = await startCarrier(town, { seed: proof.seed, aheadMs, origin, faults: CARRIER_FAULTS });
  const servers = startServers(scaled(APPS.all, proof.scale, APPS.fewest), {
    ...town,
    carrierUrl: carrier.url,
    aheadMs,
  });
  const postman = createPostman(servers.origins, chance);
  const ground = { town, aheadMs, carrier, servers, postman, texts: watchTexts(carrier) };
  try {
    await servers.all();
    return await endure(proof, database, ground);
  } finally {
    postman.close();
    await servers.end();
    await carrier.close();
  }
}

/** Its reports about texts come twice and in disorder, too. */
const CARRIER_FAULTS = { webhooks: { duplicated: 0.3, reordered: 0.3 }, states: { finalFirst: 0.3 } };

async function endure({ seed, scale, say }: Proof, database: MortalDatabase, ground: Ground): Promise<Evidence> {
  const { town, servers, carrier } = ground;
  const chance = createChance(seed);
  const amount = { kills: scaled(FULL.kills, scale), deliveries: scaled(FULL.deliveries, scale) };
  const lastMs = FULL.minutes * 60_000 * scale;
  say(`${amount.kills} kills during ${amount.deliveries} deliveries, in ${Math.round(lastMs / 1000)} s …`);
  const orphans = watchOrphans(town.database.owner);
  const startedAt = performance.now();
  const killing = killAll({ database, servers }, { count: amount.kills, lastMs }, chance);
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  void killing.then(end, end);
  const calls = await tellAll(ground, { deliveries: amount.deliveries, lastMs, isOver: () => isOver }, seed);
  const kills = await killing;
  const stormMs = performance.now() - startedAt;
  say("The storm is over; waiting until all is at rest …");
  await servers.all();
  await untilAtRest(town.database.owner, ground.aheadMs, AT_REST_WITHIN_MS);
  const restMs = performance.now() - startedAt - stormMs;
  const { longestMs, deaths } = await orphans.stop();
  const stubborn = await servers.end();
  const violations = [...(await reckon(town.database.owner, calls, carrier)), ...(await askDoctor(ground))];
  return {
    method: METHOD,
    figures: [
      ...figuresOf(kills, amount.kills),
      { name: "deliveries", measured: sum(calls, ({ posted }) => posted), promised: { atLeast: amount.deliveries } },
      { name: "minutes", measured: stormMs / 60_000, promised: { atMost: FULL.minutes * scale + 0.5 } },
      { name: "accepted webhooks that say something new", measured: sum(calls, ({ accepted }) => accepted.size) },
      { name: "deliveries that the carrier gave up", measured: sum(calls, ({ givenUp }) => givenUp) },
      { name: "calls", measured: calls.length },
      { name: "texts taken by the carrier", measured: carrier.simulator.truth.messages().length },
      { name: "texts that were too late to be of use and never left", measured: await countTooLate(town) },
      { name: "violations of I1 to I5", measured: violations.length, promised: { is: 0 } },
      { name: "processes that died at jobs", measured: deaths, ...(scale === 1 ? { promised: { atLeast: 1 } } : {}) },
      {
        name: "longest that jobs lay with a dead process",
        measured: longestMs / 1000,
        unit: "s",
        promised: { atMost: 30 },
      },
      ...waitFigures(ground.texts.waits()),
      { name: "at rest after the storm", measured: restMs / 1000, unit: "s" },
      { name: "processes that had to be ended by force in the end", measured: stubborn },
    ],
    violations,
  };
}

function figuresOf(kills: Kills, promised: number) {
  return [
    { name: "kills", measured: kills.app + kills.postmaster + kills.backend, promised: { atLeast: promised } },
    { name: "kills of a server process", measured: kills.app },
    { name: "kills of the postmaster", measured: kills.postmaster },
    { name: "kills of a database connection, each a restart of PostgreSQL", measured: kills.backend },
  ];
}

async function countTooLate({ database }: Town): Promise<number> {
  const row = await askOnce<{ texts: number }>(
    database.owner,
    "select count(*)::int as texts from outbound_messages where state = 'cancelled' and state_reason = 'expired'",
  );
  return row?.texts ?? 0;
}

function waitFigures(waits: readonly number[]) {
  if (waits.length === 0) return [];
  return [
    { name: "from a call's last webhook to its text, p50", measured: percentile(waits, 0.5) / 1000, unit: "s" },
    { name: "from a call's last webhook to its text, p99", measured: percentile(waits, 0.99) / 1000, unit: "s" },
  ];
}

type Told = ToldCall & { posted: number; givenUp: number };

type Order = { deliveries: number; lastMs: number; isOver(): boolean };

/** Posts whole calls at an even rate, each webhook at its own moment, as many as ordered and until the storm is over. */
async function tellAll(ground: Ground, order: Order, seed: number): Promise<Told[]> {
  const chance = createChance(seed);
  const startedAt = performance.now();
  const telling: Promise<Told>[] = [];
  for (let place = 0, posted = 0; posted < order.deliveries || !order.isOver(); place += 1) {
    await pause(Math.max(0, startedAt + (posted / order.deliveries) * order.lastMs - performance.now()));
    const call = callOf(ground.town, place, chance, systemClock.now().add({ milliseconds: ground.aheadMs }));
    ground.carrier.simulator.person(call.from);
    telling.push(tell(ground, call));
    posted += call.deliveries.length;
  }
  return Promise.all(telling);
}

async function tell({ carrier, postman, texts }: Ground, call: StormCall): Promise<Told> {
  const accepted = new Set<string>();
  let givenUp = 0;
  let stoppedAt: number | null = null;
  await Promise.all(
    call.deliveries.map(async ({ key, afterMs, webhook }, index) => {
      await pause(afterMs);
      const { isAccepted } = await postman.deliver(webhook, call.place, index);
      if (isAccepted) accepted.add(key);
      else givenUp += 1;
      if (isAccepted && !isOfCall(key)) stoppedAt = carrier.simulator.clock.now();
    }),
  );
  texts.told(call.from);
  return { ...call, accepted, stoppedAt, givenUp, posted: call.deliveries.length };
}

async function askDoctor({ town, aheadMs }: Ground): Promise<string[]> {
  const clock = { ...systemClock, now: () => systemClock.now().add({ milliseconds: aheadMs }) };
  const house = await openHouse({ ...town, clock, logLevel: "silent" });
  try {
    const findings = await examine(house.ports, house.modules);
    return findings.flatMap(({ id, breaches }) => breaches.map((breach) => `${id}, says the doctor: ${breach}`));
  } finally {
    await house.stop();
  }
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}

const METHOD = `${APPS.all} processes of the product (web and worker) on a durable PostgreSQL, the carrier in a process of its own with its own ledger. Whole calls to ${BUSINESSES.all} businesses, answered and missed, were posted in random order with repetitions, one in twenty callers texting STOP meanwhile; a delivery without an answer was repeated as Twilio does with rc=5, to whichever process ran. Meanwhile processes were killed by SIGKILL at random moments: the product's, whether running or starting, the postmaster, and single connections of PostgreSQL. What was dead was started again, a process of the product from a spare that had loaded its code. When all was at rest, the carrier's ledger was compared with the database: every accepted webhook in inbox and ledger once (I1), every call as it truly was and the fold of its ledger (I2), at most one text for a missed call and none for another (I3), no missed call without a text or a reason (I4), no text taken that began to leave after the caller's STOP was acknowledged (I5); then \`nmc doctor\` examined it.`;
