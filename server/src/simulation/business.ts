import { createHash } from "node:crypto";
import { addNumber, pointNumbersHere } from "../modules/numbers/index.ts";
import { addResource } from "../modules/scheduling/index.ts";
import { createTenant, type NewTenant } from "../modules/tenants/index.ts";
import { SYSTEM } from "../platform/scope.ts";
import type { World } from "./world.ts";

/** A business in a simulated world, with its number and its owner's mobile. */
export type SimulatedBusiness = {
  tenantId: string;
  phoneNumber: string;
  ownerPhone: string;
  accountSid: string;
  authToken: string;
};

export type BusinessSpec = NewTenant & {
  phoneNumber: string;
  ownerPhone: string;
  resources?: readonly string[];
  installation?: "own" | "forwarded";
};

/** Opens a business on both sides: in the product, and as a customer of the carrier. */
export async function openBusiness(world: World, spec: BusinessSpec): Promise<SimulatedBusiness> {
  const { ports } = world.house;
  const accountSid = `AC${fingerprint(spec.phoneNumber, "account")}`;
  const authToken = fingerprint(spec.phoneNumber, "token");
  const phoneNumberSid = `PN${fingerprint(spec.phoneNumber, "number")}`;
  world.simulator.addAccount({
    sid: accountSid,
    authToken,
    numbers: [{ phoneNumber: spec.phoneNumber, sid: phoneNumberSid }],
  });
  world.simulator.person({ number: spec.ownerPhone, name: "Owner" });

  const tenantId = await createTenant(ports, spec);
  await addNumber(ports, {
    tenantId,
    phoneNumber: spec.phoneNumber,
    phoneNumberSid,
    accountSid,
    authToken,
    forwardTo: [spec.ownerPhone],
    installation: spec.installation ?? "own",
  });
  await ports.scope(tenantId, SYSTEM, async (scope) => {
    for (const name of spec.resources ?? ["Van 1", "Van 2"]) await addResource(scope, { name });
  });
  return { tenantId, phoneNumber: spec.phoneNumber, ownerPhone: spec.ownerPhone, accountSid, authToken };
}

/** Points all numbers of the world at its server. */
export async function connectNumbers(world: World): Promise<void> {
  await pointNumbersHere(world.house.ports);
}

/** 32 hexadecimal digits that follow from the number: the same world again has the same accounts. */
function fingerprint(...parts: string[]): string {
  return createHash("sha256").update(parts.join(" ")).digest("hex").slice(0, 32);
}
