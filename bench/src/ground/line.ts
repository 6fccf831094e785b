import { randomBytes } from "node:crypto";
import { addNumber } from "../../../server/src/modules/numbers/index.ts";
import { createTenant } from "../../../server/src/modules/tenants/index.ts";
import type { DatabaseAddress } from "../../../server/src/platform/database/database.ts";
import { openHouse } from "./house.ts";

/** A business's number, and what its carrier knows: enough to post webhooks about it. */
export type Line = {
  database: DatabaseAddress;
  secret: Buffer;
  tenantId: string;
  numberId: string;
  phoneNumber: string;
  accountSid: string;
  authToken: string;
  /** Where the carrier posts, as it signs it; whoever listens stands behind this address. */
  publicUrl: string;
  hookToken: string;
};

const PUBLIC_URL = "https://calls.example.test";
const PHONE_NUMBER = "+15125550100";

/** Opens a business with one number in a migrated, empty database. */
export async function openLine(database: DatabaseAddress, secret: Buffer): Promise<Line> {
  const house = await openHouse({ database, secret, publicUrl: PUBLIC_URL });
  try {
    const accountSid = `AC${randomBytes(16).toString("hex")}`;
    const authToken = randomBytes(16).toString("hex");
    const tenantId = await createTenant(house.ports, {
      business: { business_name: "Rivera Plumbing", timezone: "America/Chicago", trade_type: "plumbing" },
    });
    const numberId = await addNumber(house.ports, {
      tenantId,
      phoneNumber: PHONE_NUMBER,
      phoneNumberSid: `PN${randomBytes(16).toString("hex")}`,
      accountSid,
      authToken,
      forwardTo: ["+15125550101"],
    });
    const { hook_token: hookToken } = await house.ports.database.platform
      .selectFrom("phone_numbers")
      .select("hook_token")
      .where("id", "=", numberId)
      .executeTakeFirstOrThrow();
    return {
      database,
      secret,
      tenantId,
      numberId,
      phoneNumber: PHONE_NUMBER,
      accountSid,
      authToken,
      publicUrl: PUBLIC_URL,
      hookToken,
    };
  } finally {
    await house.stop();
  }
}
