import type { FaultsChange } from "@nevermisscall/simulator";
import { onTestFinished } from "vitest";
import {
  type BusinessSpec,
  connectNumbers,
  openBusiness,
  type SimulatedBusiness,
} from "../../src/simulation/business.ts";
import { raiseWorld, type World, type WorldOptions } from "../../src/simulation/world.ts";
import { TEST_SECRET } from "./cluster.ts";
import { databaseForThisTest } from "./database.ts";

export const AUSTIN = "America/Chicago";
export const BUSINESS_NUMBER = "+15125550100";
export const OWNER_MOBILE = "+15125550101";
export const CUSTOMER = "+15125550142";

/** A moment by the wall clock of Austin, Texas. */
export const inAustin = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(AUSTIN).toInstant();

export const RIVERA_PLUMBING: BusinessSpec = {
  business: {
    business_name: "Rivera Plumbing",
    timezone: AUSTIN,
    trade_type: "plumbing",
    business_zip: "78704",
    business_phone: BUSINESS_NUMBER,
    service_radius_miles: 25,
  },
  settings: {
    business_hours: {
      monday: { open: "08:00", close: "18:00" },
      tuesday: { open: "08:00", close: "18:00" },
      wednesday: { open: "08:00", close: "18:00" },
      thursday: { open: "08:00", close: "18:00" },
      friday: { open: "08:00", close: "18:00" },
      saturday: { open: "09:00", close: "14:00" },
      sunday: null,
    },
  },
  phoneNumber: BUSINESS_NUMBER,
  ownerPhone: OWNER_MOBILE,
};

/** A world for one test with one business open in it; it ends with the test. */
export async function worldForThisTest(
  options: Partial<WorldOptions> & { business?: Partial<BusinessSpec>; faults?: FaultsChange } = {},
): Promise<World & { business: SimulatedBusiness }> {
  const { business, faults = {}, ...rest } = options;
  const world = await raiseWorld({
    database: await databaseForThisTest(),
    secret: TEST_SECRET,
    startAt: inAustin("2026-03-03T10:00"),
    ...rest,
  });
  onTestFinished(() => world.close());
  const opened = await openBusiness(world, { ...RIVERA_PLUMBING, ...business });
  await connectNumbers(world);
  world.simulator.faults.set(faults);
  return { ...world, business: opened };
}
