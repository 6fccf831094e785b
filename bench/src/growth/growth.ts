import { join } from "node:path";
import { Client } from "pg";
import { askOnce } from "../../../rig/src/ask-once.ts";
import { startCompanion } from "../../../rig/src/companion.ts";
import { openHouse } from "../../../rig/src/house.ts";
import { withSpread } from "../../../rig/src/report/figures.ts";
import type { Section } from "../../../rig/src/report/section.ts";
import { percentile, ratios, summarise } from "../../../rig/src/statistics.ts";
import { openTown, type Town } from "../../../rig/src/town.ts";
import { selectEventsOf } from "../../../server/src/modules/calls/ledger.ts";
import { SYSTEM } from "../../../server/src/platform/scope.ts";
import type { Bench, Benchmark } from "../benchmark.ts";
import { fillInbox } from "../drain/backlog.ts";
import { EVENTS_A_CALL, growLedger } from "./old-calls.ts";

export const growth: Benchmark = {
  name: "growth",
  purpose: "draining and looking up with nothing, 1 million and 10 million events in the ledger",
  run: runGrowth,
};

const BUSINESSES = 50;
const SIZES = [0, 1_000_000, 10_000_000].map((events) => Math.ceil(events / EVENTS_A_CALL) * EVENTS_A_CALL);
const WARM_UP_CALLS = 200;
const CALLS = 1_000;
const LOOK_UPS = 2_000;

/** Milliseconds an event, and to find the events of one call. */
type Measured = { drainMs: number[]; lookUpP50Ms: number[]; lookUpP99Ms: number[] };

async function runGrowth({ scratch, rounds, say }: Bench): Promise<Section> {
  const { address, drop } = await scratch.copy();
  try {
    const town = await openTown(address, scratch.secret, BUSINESSES);
    const measured: Measured[] = [];
    for (const [place, size] of SIZES.entries()) {
      say(`growth: ${size.toLocaleString("en-US")} events, filling the ledger`);
      await growLedger(town, SIZES[place - 1] ?? 0, size);
      say(`growth: ${size.toLocaleString("en-US")} events, measuring`);
      measured.push(await measureSize(town, rounds));
    }
    return { name: "growth", method: METHOD, tables: [figuresOf(measured), ratiosOf(measured)] };
  } finally {
    await drop();
  }
}

const METHOD = `One database of ${BUSINESSES} businesses whose ledger grows by calls of the last twelve months, ${EVENTS_A_CALL} events each. At every size a worker process drains the webhooks of ${CALLS.toLocaleString("en-US")} missed calls, as in the benchmark drain, and the events of ${LOOK_UPS.toLocaleString("en-US")} calls, chosen at random from the whole ledger, are looked up by the carrier's call sid, one after another, each in a transaction of its business.`;

async function measureSize(town: Town, rounds: number): Promise<Measured> {
  const measured: Measured = { drainMs: [], lookUpP50Ms: [], lookUpP99Ms: [] };
  await drainCalls(town, WARM_UP_CALLS);
  for (let round = 0; round < rounds; round += 1) {
    measured.drainMs.push(await drainCalls(town, CALLS));
    const lookUps = await lookUp(town);
    measured.lookUpP50Ms.push(percentile(lookUps, 0.5));
    measured.lookUpP99Ms.push(percentile(lookUps, 0.99));
  }
  return measured;
}

/** Milliseconds an event. */
async function drainCalls(town: Town, calls: number): Promise<number> {
  const drainer = startCompanion<Town, number>(join(import.meta.dirname, "../drain/companions/drainer.ts"));
  try {
    await fillInbox(town, WARM_UP_CALLS);
    await drainer.ask(town);
    const webhooks = await fillInbox(town, calls);
    await askOnce(town.database.owner, "checkpoint");
    return (await drainer.ask(town)) / webhooks;
  } finally {
    await drainer.end();
  }
}

async function lookUp(town: Town): Promise<number[]> {
  const house = await openHouse(town);
  try {
    const took: number[] = [];
    for (const { tenant_id, call_sid } of await anyCalls(town)) {
      const startedAt = performance.now();
      const events = await house.ports.scope(tenant_id, SYSTEM, (scope) => selectEventsOf(scope, call_sid));
      took.push(performance.now() - startedAt);
      if (events.length !== EVENTS_A_CALL) throw new Error(`The call ${call_sid} has ${events.length} events.`);
    }
    return took;
  } finally {
    await house.stop();
  }
}

async function anyCalls(town: Town): Promise<{ tenant_id: string; call_sid: string }[]> {
  const client = new Client(town.database.owner);
  await client.connect();
  try {
    const chosen = "select tenant_id, call_sid from calls order by md5(call_sid || $1) limit $2";
    return (await client.query<{ tenant_id: string; call_sid: string }>(chosen, [Math.random(), LOOK_UPS])).rows;
  } finally {
    await client.end();
  }
}

const COLUMNS = ["drainMs", "lookUpP50Ms", "lookUpP99Ms"] as const satisfies (keyof Measured)[];
const shownSize = (place: number) => `${(SIZES[place] ?? 0).toLocaleString("en-US")} events`;

function figuresOf(measured: readonly Measured[]) {
  return {
    head: ["", "drain, ms an event", "look-up p50, ms", "look-up p99, ms"],
    rows: measured.map((size, place) => [
      shownSize(place),
      ...COLUMNS.map((column) => withSpread(summarise(size[column]))),
    ]),
  };
}

function ratiosOf([empty, ...grown]: readonly Measured[]) {
  return {
    head: ["P6: against the empty ledger", "drain", "look-up p50", "to reach"],
    rows: grown.map((size, place) => [
      shownSize(place + 1),
      withSpread(summarise(ratios(size.drainMs, empty?.drainMs ?? []))),
      withSpread(summarise(ratios(size.lookUpP50Ms, empty?.lookUpP50Ms ?? []))),
      "at most 1.2",
    ]),
  };
}
