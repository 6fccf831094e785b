import { sql } from "kysely";
import { createPerson } from "../modules/identity/index.ts";
import { type DatabaseAddress, openDatabase } from "../platform/database/database.ts";
import { SYSTEM } from "../platform/scope.ts";
import { connectNumbers, openBusiness } from "../simulation/business.ts";
import { raiseWorld, type World } from "../simulation/world.ts";
import { BUSINESSES } from "./cast.ts";
import { playThePastDays } from "./past-days.ts";

const DAYS_BEFORE = 7;

/**
 * Brings the demo into an empty database: the businesses, their people, and a week of calls and texts that the product
 * itself answered, played on a virtual clock that ends at `now`. Does nothing when there is any business.
 */
export async function seedDemo(given: {
  database: DatabaseAddress;
  secret: Buffer;
  now: Temporal.Instant;
  past?: boolean;
}): Promise<void> {
  if (await hasBusiness(given.database)) return;
  const startAt = given.now.subtract({ hours: 24 * DAYS_BEFORE });
  const world = await raiseWorld({
    database: given.database,
    secret: given.secret,
    startAt,
    seed: `demo ${startAt.toString()}`,
    logLevel: "silent",
  });
  try {
    for (const spec of BUSINESSES) await openWithPeople(world, spec);
    await connectNumbers(world);
    if (given.past !== false) await playThePastDays(world, given.now);
    await world.clock.advanceTo(given.now.epochMilliseconds);
  } finally {
    await world.close();
  }
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

async function openWithPeople(world: World, spec: (typeof BUSINESSES)[number]): Promise<void> {
  const { ports } = world.house;
  const { tenantId } = await openBusiness(world, spec);
  for (const person of spec.people) await createPerson(ports, { tenantId, ...person });
  await ports.scope(tenantId, SYSTEM, async (scope) => {
    for (const caller of spec.excluded)
      await scope.tx
        .insertInto("excluded_callers")
        .values({ tenant_id: tenantId, ...caller })
        .execute();
  });
}
