import { type Selectable, sql } from "kysely";
import type { PhoneNumbers, TelephonyAccounts } from "#platform/database/database-types.ts";
import { type SharedLookup, shareLookups } from "#platform/database/shared-lookup.ts";
import type { Ports } from "#platform/ports.ts";
import { openToken } from "./accounts.ts";

/** A number as the front door and the carrier's answers need it. */
export type RoutedNumber = {
  tenantId: string;
  id: string;
  phoneNumber: string;
  phoneNumberSid: string | null;
  accountSid: string;
  /** The current token first, then the previous one while it is being rotated. */
  authTokens: string[];
  installation: "own" | "forwarded";
  forwardTo: string[];
  ringStrategy: "together" | "in_turn";
  ringTimeoutSeconds: number;
  screeningEnabled: boolean;
  senderRegistered: boolean;
};

/** The number whose webhooks carry this token in their path, or null. Webhooks that come together are looked up together. */
export function routeByToken(ports: Ports, token: string): Promise<RoutedNumber | null> {
  const lookUp = lookups.get(ports.database) ?? shareLookups((tokens) => selectByToken(ports, tokens));
  lookups.set(ports.database, lookUp);
  return lookUp(token);
}

const lookups = new WeakMap<object, SharedLookup<RoutedNumber>>();

async function selectByToken(ports: Ports, tokens: readonly string[]): Promise<Map<string, RoutedNumber>> {
  const rows = await ports.database.platform
    .selectFrom("phone_numbers as number")
    .innerJoin("telephony_accounts as account", (join) =>
      join.onRef("account.tenant_id", "=", "number.tenant_id").onRef("account.id", "=", "number.account_id"),
    )
    .selectAll("number")
    .select(["account.account_sid", "account.auth_token_sealed", "account.previous_auth_token_sealed"])
    .where("number.hook_token", "=", sql<string>`any(${tokens})`)
    .where("number.status", "<>", "released")
    .execute();
  return new Map(rows.map((row) => [row.hook_token, routedNumber(ports, row)]));
}

type Row = Selectable<PhoneNumbers> &
  Pick<Selectable<TelephonyAccounts>, "account_sid" | "auth_token_sealed" | "previous_auth_token_sealed">;

function routedNumber(ports: Ports, row: Row): RoutedNumber {
  const sealed = [row.auth_token_sealed, row.previous_auth_token_sealed].filter((one) => one !== null);
  return {
    tenantId: row.tenant_id,
    id: row.id,
    phoneNumber: row.phone_number,
    phoneNumberSid: row.phone_number_sid,
    accountSid: row.account_sid,
    authTokens: sealed.map((one) => openToken(ports, row.account_id, one)),
    // CHECK constraints hold the closed sets.
    installation: row.installation as RoutedNumber["installation"],
    ringStrategy: row.ring_strategy as RoutedNumber["ringStrategy"],
    forwardTo: row.forward_to,
    ringTimeoutSeconds: row.ring_timeout_seconds,
    screeningEnabled: row.screening_enabled,
    senderRegistered: row.sender_registered,
  };
}
