import { randomBytes } from "node:crypto";
import type { House } from "../../server/src/compose.ts";
import { addNumber, type NewNumber } from "../../server/src/modules/numbers/index.ts";
import { createTenant } from "../../server/src/modules/tenants/index.ts";
import type { DatabaseAddress } from "../../server/src/platform/database/database.ts";
import { openHouse } from "./house.ts";

/** A business's number, and what its carrier knows of it: enough to post webhooks about it. */
export type Line = {
  tenantId: string;
  numberId: string;
  phoneNumber: string;
  accountSid: string;
  authToken: string;
  hookToken: string;
};

/** Businesses with a number each, in a database of their own. */
export type Town = {
  database: DatabaseAddress;
  secret: Buffer;
  /** Where the carrier posts, as it signs it; whoever listens stands behind this address. */
  publicUrl: string;
  lines: readonly Line[];
};

const PUBLIC_URL = "https://calls.example.test";

/** What of a number is not as usual; `place` counts from 0. */
export type LineSpec = (place: number) => Partial<NewNumber>;

/** Opens so many businesses, at most 1,000, in a migrated, empty database. */
export async function openTown(
  database: DatabaseAddress,
  secret: Buffer,
  businesses: number,
  spec: LineSpec = () => ({}),
): Promise<Town> {
  const house = await openHouse({ database, secret, publicUrl: PUBLIC_URL });
  try {
    const lines: Line[] = [];
    for (let place = 0; place < businesses; place += 1) lines.push(await openLine(house, place, spec(place)));
    return { database, secret, publicUrl: PUBLIC_URL, lines };
  } finally {
    await house.stop();
  }
}

async function openLine({ ports }: House, place: number, spec: Partial<NewNumber>): Promise<Line> {
  const {
    phoneNumber = `+1512555${1000 + place}`,
    accountSid = `AC${randomBytes(16).toString("hex")}`,
    authToken = randomBytes(16).toString("hex"),
  } = spec;
  const tenantId = await createTenant(ports, {
    business: { business_name: `Business ${place + 1}`, timezone: "America/Chicago", trade_type: "plumbing" },
  });
  const numberId = await addNumber(ports, {
    tenantId,
    phoneNumber,
    phoneNumberSid: `PN${randomBytes(16).toString("hex")}`,
    accountSid,
    authToken,
    forwardTo: ["+15125550101"],
    ...spec,
  });
  const { hook_token: hookToken } = await ports.database.platform
    .selectFrom("phone_numbers")
    .select("hook_token")
    .where("id", "=", numberId)
    .executeTakeFirstOrThrow();
  return { tenantId, numberId, phoneNumber, accountSid, authToken, hookToken };
}

/** Where the carrier posts about the line. @param topic the last part of the address. */
export function hookPath({ hookToken }: Line, topic: string): string {
  return `/hooks/t/${hookToken}/${topic}`;
}
