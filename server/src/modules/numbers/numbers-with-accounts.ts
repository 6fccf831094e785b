import type { Ports } from "#platform/ports.ts";
import type { TelephonyAccount } from "#providers/telephony/port.ts";
import { openToken } from "./accounts.ts";

/** A number as the carrier knows it, with the account that owns it. */
export type NumberWithAccount = TelephonyAccount & {
  id: string;
  tenantId: string;
  phoneNumber: string;
  phoneNumberSid: string;
  hookToken: string;
};

/** Every active number that the carrier knows, across businesses; or the one with this id. */
export async function numbersWithAccounts(ports: Ports, id?: string): Promise<NumberWithAccount[]> {
  const active = ports.database.platform
    .selectFrom("phone_numbers as number")
    .innerJoin("telephony_accounts as account", (join) =>
      join.onRef("account.tenant_id", "=", "number.tenant_id").onRef("account.id", "=", "number.account_id"),
    )
    .select(["number.id", "number.tenant_id", "number.phone_number", "number.phone_number_sid", "number.hook_token"])
    .select(["account.account_sid", "account.id as account_id", "account.auth_token_sealed"])
    .where("number.status", "=", "active")
    .where("number.phone_number_sid", "is not", null)
    .$narrowType<{ phone_number_sid: string }>();
  const rows = await (id === undefined ? active : active.where("number.id", "=", id)).execute();
  return rows.map((row) => ({
    id: row.id,
    tenantId: row.tenant_id,
    phoneNumber: row.phone_number,
    phoneNumberSid: row.phone_number_sid,
    hookToken: row.hook_token,
    accountSid: row.account_sid,
    authToken: openToken(ports, row.account_id, row.auth_token_sealed),
  }));
}
