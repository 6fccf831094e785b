import type { Person } from "@nevermisscall/simulator";
import { connectNumbers, openBusiness } from "../../../../server/src/simulation/business.ts";
import { raiseWorld, type World, type WorldOptions } from "../../../../server/src/simulation/world.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";

/** Each tenant has a number and an owner's phone, which rings when the number is called. */
export type LossyWorld = World & { businesses: readonly Business[] };
type Business = { tenantId: string; phoneNumber: string; ownerPhone: string };

const START = Temporal.Instant.from("2026-03-03T16:00:00Z");
/** Callers come to all of them side by side: to one alone, a thousand would take a day and more of the world's time. */
const MOST_BUSINESSES = 10;
const MINUTE_MS = 60_000;
const GIVEN_UP_AFTER_MS = 8_000;
/** Of all webhooks. */
const LOST = 0.3;

/** Businesses whose carrier loses three webhooks in ten. */
export async function openLossyWorld(
  options: Pick<WorldOptions, "database" | "secret" | "seed" | "reconcileMinutes">,
  callers: number,
): Promise<LossyWorld> {
  const world = await raiseWorld({ ...options, startAt: START, together: true, logLevel: "silent" });
  const businesses: Business[] = [];
  for (let place = 0; place < Math.min(MOST_BUSINESSES, callers / 3); place += 1)
    businesses.push(await openLossy(world, place));
  await connectNumbers(world);
  world.simulator.faults.set({ webhooks: { lost: LOST } });
  return { ...world, businesses };
}

async function openLossy(world: World, place: number): Promise<Business> {
  const phones = { phoneNumber: `+1512555${1000 + place}`, ownerPhone: `+1512555${5000 + place}` };
  const business = {
    business_name: `Business ${place}`,
    timezone: "America/Chicago",
    trade_type: "plumbing",
    business_zip: "78704",
  } as const;
  const { tenantId } = await openBusiness(world, { business, ...phones });
  return { tenantId, ...phones };
}

/** Calls that are answered, missed and given up, to each business one a minute; some callers write, some of them STOP. */
export async function play(world: LossyWorld, callers: number, chance: Chance): Promise<void> {
  const { businesses, clock } = world;
  for (let place = 0; place < callers; place += businesses.length) {
    const round = businesses
      .slice(0, callers - place)
      .map((business, index) => callerOf(world, business, place + index));
    await Promise.all(round.map((caller) => call(caller, chance)));
    await clock.advance(GIVEN_UP_AFTER_MS);
    await Promise.all(round.map((caller) => giveUp(caller, chance)));
    await clock.advance(MINUTE_MS - GIVEN_UP_AFTER_MS);
    await Promise.all(round.map((caller) => write(caller, chance)));
  }
}

type Caller = { person: Person; owner: Person; number: string; place: number };

function callerOf({ simulator }: LossyWorld, { phoneNumber, ownerPhone }: Business, place: number): Caller {
  const person = simulator.person(`+1512${6_000_000 + place}`);
  return { person, owner: simulator.person(ownerPhone), number: phoneNumber, place };
}

async function call({ person, owner, number, place }: Caller, chance: Chance): Promise<void> {
  if (chance.happens(0.25, "is answered", place)) owner.answers(4_000, { presses: "1", talksMs: 20_000 });
  else owner.ignoresCalls();
  await person.dials(number);
}

async function giveUp({ person, place }: Caller, chance: Chance): Promise<void> {
  // Whose call the carrier could not put through is gone already.
  if (chance.happens(0.25, "gives up", place)) await person.hangsUp().catch(() => undefined);
}

async function write({ person, number, place }: Caller, chance: Chance): Promise<void> {
  if (chance.happens(0.3, "writes", place)) await person.texts("my sink is leaking", { to: number });
  if (chance.happens(0.1, "stops", place)) await person.texts("STOP", { to: number });
}

/** From now on everything arrives. */
export function loseNothing({ simulator }: LossyWorld): void {
  simulator.faults.set({ webhooks: { lost: 0 } });
}
