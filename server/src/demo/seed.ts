import { sql } from "kysely";
import { BUSINESSES, type DemoBusiness } from "../../../db/demo/businesses.ts";
import { findOrCreateContact, updateContact } from "../modules/contacts/index.ts";
import { createPerson } from "../modules/identity/index.ts";
import { type DatabaseAddress, openDatabase } from "../platform/database/database.ts";
import { SYSTEM } from "../platform/scope.ts";
import { connectNumbers, openBusiness } from "../simulation/business.ts";
import { raiseWorld, type World } from "../simulation/world.ts";
import { seeToOldMatters } from "./old-matters.ts";
import { playScene } from "./play-scene.ts";
import { employ, type Staff } from "./staff.ts";
import { liveUntil } from "./visits.ts";
import { momentOf } from "./when.ts";

const DAYS_BEFORE = 7;

export type Seeding = {
  database: DatabaseAddress;
  secret: Buffer;
  now: Temporal.Instant;
  /** False leaves the past out: the businesses, their people and address books only. */
  past?: boolean;
};

/**
 * Brings the demo into an empty database: the businesses, their people, and a week of calls and texts that the product
 * itself answered, played on a virtual clock that ends at `now`. Does nothing when there is any business.
 */
export async function seedDemo({ database, secret, now, past = true }: Seeding): Promise<void> {
  if (await hasBusiness(database)) return;
  const startAt = now.subtract({ hours: 24 * DAYS_BEFORE });
  const seed = `demo ${startAt.toString()}`;
  const world = await raiseWorld({ database: hasty(database), secret, startAt, seed, logLevel: "silent" });
  const staff = employ(world);
  try {
    for (const business of BUSINESSES) await openWithPeople(world, staff, business);
    await connectNumbers(world);
    if (past) await playThePast(world, staff, now);
    await staff.signOut();
    await world.clock.advanceTo(now.epochMilliseconds);
  } finally {
    await world.close();
  }
}

/** The demo's past can be played again: its commits need not wait for the disk. */
function hasty({ owner, app, platform }: DatabaseAddress): DatabaseAddress {
  const options = "-c synchronous_commit=off";
  return { owner, app: { ...app, options }, platform: { ...platform, options } };
}

async function hasBusiness(address: DatabaseAddress): Promise<boolean> {
  const database = openDatabase(address, () => undefined, 1);
  try {
    const { rows } = await sql`select from tenants limit 1`.execute(database.platform);
    return rows.length > 0;
  } finally {
    await database.close();
  }
}

async function openWithPeople(world: World, staff: Staff, business: DemoBusiness): Promise<void> {
  const { ports } = world.house;
  const { tenantId } = await openBusiness(world, business);
  for (const person of business.people) await createPerson(ports, { tenantId, ...person });
  const ask = await staff.as(business.owner);
  for (const caller of business.excluded) await ask("POST", "/excluded-callers", caller);
  for (const { name, phone, known, handset } of business.customers) {
    world.simulator.person({ number: phone, name, ...handset });
    if (known === undefined) continue;
    await ports.scope(tenantId, SYSTEM, async (scope) => {
      const contact = await findOrCreateContact(scope, { phone, name, source: "import" });
      await updateContact(scope, contact.id, { ...known, city: business.city, state: business.state });
    });
  }
}

/** Plays every scene in the order of its time, as far as it lies before `now`. */
async function playThePast(world: World, staff: Staff, now: Temporal.Instant): Promise<void> {
  const scenes = BUSINESSES.flatMap((business) =>
    business.scenes.map((scene) => ({ business, scene, at: momentOf(scene.when, now, business.business.timezone) })),
  );
  for (const { business, scene, at } of scenes.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))) {
    if (Temporal.Instant.compare(at, now) >= 0) continue;
    for (const each of BUSINESSES) await liveUntil(world, staff, each, at);
    await playScene(world, staff, business, scene);
  }
  for (const business of BUSINESSES) {
    await liveUntil(world, staff, business, now);
    await seeToOldMatters(staff, business, now);
  }
}
