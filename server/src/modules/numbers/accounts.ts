import { Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import type { Scope } from "#platform/scope.ts";
import type { TelephonyAccount } from "#providers/telephony/port.ts";
import { NO_CARRIER_ACCOUNT } from "./errors.ts";

const place = (accountId: string) => `telephony_accounts:${accountId}:auth_token`;

export function sealToken(ports: Pick<Ports, "sealer">, accountId: string, token: string): Buffer {
  return ports.sealer.seal(token, place(accountId));
}

export function openToken(ports: Pick<Ports, "sealer">, accountId: string, sealed: Buffer): string {
  return ports.sealer.open(sealed, place(accountId));
}

/** The carrier account of a business. @throws Refused no_carrier_account. */
export async function accountOf(ports: Ports, tenantId: string): Promise<TelephonyAccount> {
  const row = await ports.database.platform
    .selectFrom("telephony_accounts")
    .select(["id", "account_sid", "auth_token_sealed"])
    .where("tenant_id", "=", tenantId)
    .where("status", "=", "active")
    .orderBy("id")
    .executeTakeFirst();
  if (row === undefined) throw new Refused(NO_CARRIER_ACCOUNT);
  return { accountSid: row.account_sid, authToken: openToken(ports, row.id, row.auth_token_sealed) };
}

/** Every active carrier account, across businesses. */
export async function activeAccounts(ports: Pick<Ports, "database">): Promise<{ id: string; tenant_id: string }[]> {
  return ports.database.platform
    .selectFrom("telephony_accounts")
    .select(["id", "tenant_id"])
    .where("status", "=", "active")
    .execute();
}

/** The account's id, whether it is known or added now. */
export async function ensureAccount(ports: Ports, scope: Scope, account: TelephonyAccount): Promise<string> {
  const known = await scope.tx
    .selectFrom("telephony_accounts")
    .select("id")
    .where("tenant_id", "=", scope.tenantId)
    .where("account_sid", "=", account.accountSid)
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  const id = scope.newId();
  const auth_token_sealed = sealToken(ports, id, account.authToken);
  await scope.tx
    .insertInto("telephony_accounts")
    .values({ tenant_id: scope.tenantId, id, account_sid: account.accountSid, auth_token_sealed })
    .execute();
  return id;
}

/**
 * Takes the account's new auth token. Webhooks signed with the one before stay valid until the next change, because some
 * are on their way (Twilio: "Auth Token rotation").
 * @throws Refused no_carrier_account.
 */
export async function changeAuthToken(ports: Ports, scope: Scope, token: string): Promise<{ account_sid: string }> {
  const account = await scope.tx
    .selectFrom("telephony_accounts")
    .select(["id", "account_sid", "auth_token_sealed"])
    .where("tenant_id", "=", scope.tenantId)
    .where("status", "=", "active")
    .orderBy("id")
    .forUpdate()
    .executeTakeFirst();
  if (account === undefined) throw new Refused(NO_CARRIER_ACCOUNT);
  const { id, account_sid, auth_token_sealed } = account;
  if (openToken(ports, id, auth_token_sealed) === token) return { account_sid };
  await scope.tx
    .updateTable("telephony_accounts")
    .set({ auth_token_sealed: sealToken(ports, id, token), previous_auth_token_sealed: auth_token_sealed })
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .execute();
  await scope.audit({ entity_type: "telephony_account", entity_id: id, action: "auth_token_changed" });
  return { account_sid };
}
