import { sql } from "kysely";
import type { Ports } from "#platform/ports.ts";
import type { TelephonyAccount } from "#providers/telephony/port.ts";
import { openToken } from "./accounts.ts";

/** A carrier account of a business, with the numbers that are ours on it. */
export type AccountWithNumbers = TelephonyAccount & {
  id: string;
  numbers: { id: string; phoneNumber: string; since: Temporal.Instant }[];
};

/** The active carrier accounts of a business; a number counts from when it became ours. */
export async function accountsWithNumbers(ports: Ports, tenantId: string): Promise<AccountWithNumbers[]> {
  const rows = await ports.database.platform
    .selectFrom("telephony_accounts as account")
    .innerJoin("phone_numbers as number", (join) =>
      join.onRef("number.tenant_id", "=", "account.tenant_id").onRef("number.account_id", "=", "account.id"),
    )
    .select(["account.id as account_id", "account.account_sid", "account.auth_token_sealed"])
    .select(["number.id", "number.phone_number"])
    .select(sql<Temporal.Instant>`coalesce(number.date_provisioned, number.created_at)`.as("since"))
    .where("account.tenant_id", "=", tenantId)
    .where("account.status", "=", "active")
    .where("number.status", "<>", "released")
    .orderBy("number.id")
    .execute();
  return [...Map.groupBy(rows, ({ account_id }) => account_id).values()].flatMap((ofOne) => {
    const [first] = ofOne;
    if (first === undefined) return [];
    return {
      id: first.account_id,
      accountSid: first.account_sid,
      authToken: openToken(ports, first.account_id, first.auth_token_sealed),
      numbers: ofOne.map(({ id, phone_number: phoneNumber, since }) => ({ id, phoneNumber, since })),
    };
  });
}
