import { Client, type PoolConfig } from "pg";
import { examine } from "../../../../server/src/modules/operations/index.ts";
import type { DatabaseAddress } from "../../../../server/src/platform/database/database.ts";
import { connectNumbers, openBusiness } from "../../../../server/src/simulation/business.ts";
import { raiseWorld, type World } from "../../../../server/src/simulation/world.ts";

export type MissedCalls = {
  database: DatabaseAddress;
  secret: Uint8Array;
  seed: number;
  /** At most 20,000: so many of its texts the carrier can tell of. */
  calls: number;
};

/** What became of them, by the carrier's ledger and by ours. */
export type Played = {
  missed: number;
  texted: number;
  /** Missed calls that got no text, by the recorded reason. */
  reasons: Record<string, number>;
  /** Texts of one missed call that the carrier took beside the first. */
  doubles: number;
  /** Missed calls without a text at the carrier and without a reason. */
  silent: number;
  /** What the doctor found. */
  breaches: string[];
};

/** As the claim has it. */
const FAULTS = { rest: { responseLost: 0.1, errorAfterAccepting: 0.1, tooManyRequests: 0.05 } };

const BUSINESSES = 50;
const START = Temporal.Instant.from("2026-03-03T16:00:00Z");
/** Each business misses a call a second: a number gets one text a second through. */
const ROUND_MS = 1_000;
/** What was lost is looked up, and tried again, within so long. */
const AFTERWARDS_MS = 45 * 60_000;

/** Callers whom nobody answers, at a carrier that loses its answers. */
export async function playMissedCalls({ database, secret, seed, calls }: MissedCalls): Promise<Played> {
  const world = await raiseWorld({
    database,
    secret: Buffer.from(secret),
    startAt: START,
    seed,
    together: true,
    logLevel: "silent",
  });
  try {
    const numbers: string[] = [];
    for (let place = 0; place < BUSINESSES; place += 1) numbers.push(await openMissing(world, place));
    await connectNumbers(world);
    world.simulator.faults.set(FAULTS);
    for (let place = 0; place < calls; place += BUSINESSES) {
      const round = numbers.slice(0, calls - place);
      await Promise.all(round.map((number, index) => world.simulator.person(callerOf(place + index)).dials(number)));
      await world.clock.advance(ROUND_MS);
    }
    await world.clock.advance(AFTERWARDS_MS);
    return await takeStock(world);
  } finally {
    await world.close();
  }
}

const callerOf = (place: number) => `+1512${6_000_000 + place}`;

/** A business whose own carrier forwards what nobody answered: each of its calls is missed on arrival. */
async function openMissing(world: World, place: number): Promise<string> {
  const phoneNumber = `+1512555${1000 + place}`;
  await openBusiness(world, {
    business: {
      business_name: `Business ${place}`,
      timezone: "America/Chicago",
      trade_type: "plumbing",
      business_zip: "78704",
    },
    phoneNumber,
    ownerPhone: `+1512555${5000 + place}`,
    installation: "forwarded",
  });
  return phoneNumber;
}

async function takeStock({ house, simulator }: World): Promise<Played> {
  const texts = Map.groupBy(simulator.truth.messages(), ({ to }) => to);
  const rows = await missedCalls(house.ports.database.address.owner);
  const played: Played = { missed: rows.length, texted: 0, reasons: {}, doubles: 0, silent: 0, breaches: [] };
  for (const { from, outcome, reason } of rows) {
    const taken = texts.get(from)?.length ?? 0;
    played.doubles += Math.max(0, taken - 1);
    if (taken > 0) played.texted += 1;
    else if (outcome === null || outcome === "texted" || reason === null) played.silent += 1;
    else played.reasons[reason] = (played.reasons[reason] ?? 0) + 1;
  }
  const findings = await examine(house.ports, house.modules);
  played.breaches.push(...findings.flatMap(({ id, breaches }) => breaches.map((breach) => `${id}: ${breach}`)));
  return played;
}

type Row = { from: string; outcome: string | null; reason: string | null };

async function missedCalls(owner: PoolConfig): Promise<Row[]> {
  const client = new Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<Row>(`
      select calls.caller_phone as "from", outcome, reason from calls
      left join text_backs on text_backs.tenant_id = calls.tenant_id and text_backs.call_id = calls.id
      where calls.missed`);
    return rows;
  } finally {
    await client.end();
  }
}
