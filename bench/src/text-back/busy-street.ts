import type { PoolConfig } from "pg";
import { connectNumbers, openBusiness } from "../../../server/src/simulation/business.ts";
import type { Scratch } from "../../../server/src/simulation/scratch-database.ts";
import { raiseWorld, type World } from "../../../server/src/simulation/world.ts";

/** Businesses whose owners are all on the phone already: every call is missed the moment it rings. */
export type BusyStreet = {
  world: World;
  /** The superuser's way into its database. */
  owner: PoolConfig;
  /** A number of a business, each in turn. */
  nextBusiness(): string;
  /** A phone that has never called before. */
  nextCaller(): string;
  close(): Promise<void>;
};

/** A number sends a text a second (Twilio: "Understanding Twilio rate limits"): many calls need many businesses. */
const BUSINESSES = 100;
const ZONE = "America/Chicago";

/** Raises the whole product and the simulated carrier in this process, in real time, on a durable database of their own. */
export async function openBusyStreet(scratch: Scratch): Promise<BusyStreet> {
  const { address, drop } = await scratch.copy();
  const world = await raiseWorld({ database: address, secret: scratch.secret, startAt: tomorrowAtTen(), runs: true });
  const numbers: string[] = [];
  for (let place = 0; place < BUSINESSES; place += 1) numbers.push(await openBusyBusiness(world, place));
  await connectNumbers(world);
  let calls = 0;
  let callers = 0;
  return {
    world,
    owner: address.owner,
    nextBusiness() {
      calls += 1;
      return numbers[calls % numbers.length] ?? "";
    },
    nextCaller() {
      callers += 1;
      return `+1512${6_000_000 + callers}`;
    },
    async close() {
      await world.close();
      await drop();
    },
  };
}

/** No quiet hours, whenever it is measured. */
function tomorrowAtTen(): Temporal.Instant {
  return Temporal.Now.zonedDateTimeISO(ZONE).add({ days: 1 }).with({ hour: 10, minute: 0 }).toInstant();
}

async function openBusyBusiness(world: World, place: number): Promise<string> {
  const phoneNumber = `+1512555${1000 + place}`;
  const ownerPhone = `+1512555${5000 + place}`;
  await openBusiness(world, {
    business: { business_name: `Business ${place + 1}`, timezone: ZONE, trade_type: "plumbing", business_zip: "78704" },
    phoneNumber,
    ownerPhone,
  });
  world.simulator.person(ownerPhone).rejects(0);
  return phoneNumber;
}
