import { createTenant } from "#tenants";
import { openTestHouse, type TestHouse } from "../../../../test/kit/house.ts";
import { createPerson } from "../people.ts";

export const OWNER = { email: "owner@rivera.example", password: "call-me-back-1" };

/** A house with one business and its owner. */
export async function openBusiness(): Promise<{ house: TestHouse; tenantId: string; userId: string }> {
  const house = await openTestHouse();
  const tenantId = await createTenant(house.ports, {
    business: { business_name: "Rivera Plumbing", timezone: "America/Chicago", trade_type: "plumbing" },
  });
  const userId = await createPerson(house.ports, {
    ...OWNER,
    tenantId,
    firstName: "Elena",
    lastName: "Rivera",
    role: "owner",
  });
  return { house, tenantId, userId };
}
