import type { Ports } from "#platform/ports.ts";
import { SYSTEM } from "#platform/scope.ts";
import type { TelephonyAccount } from "#providers/telephony/port.ts";

const place = (accountId: string) => `telephony_accounts:${accountId}:auth_token`;

export function sealToken(ports: Pick<Ports, "sealer">, accountId: string, token: string): Buffer {
  return ports.sealer.seal(token, place(accountId));
}

export function openToken(ports: Pick<Ports, "sealer">, accountId: string, sealed: Buffer): string {
  return ports.sealer.open(sealed, place(accountId));
}

/** The carrier account of a business. @throws when it has none. */
export async function accountOf(ports: Ports, tenantId: string): Promise<TelephonyAccount> {
  const row = await ports.scope(tenantId, SYSTEM, (scope) =>
    scope.tx
      .selectFrom("telephony_accounts")
      .select(["id", "account_sid", "auth_token_sealed"])
      .where("status", "=", "active")
      .executeTakeFirstOrThrow(),
  );
  return { accountSid: row.account_sid, authToken: openToken(ports, row.id, row.auth_token_sealed) };
}
