import { type Selectable, sql } from "kysely";
import type { PhoneNumbers, TelephonyAccounts } from "#platform/database/database-types.ts";
import { shareLookups } from "#platform/database/shared-lookup.ts";
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
  /** Which state of the number and its account this is: `number_route_facts` has another once one of them has changed. */
  version: string;
};

/** Which number the webhooks with a token in their path are about. */
export type Routes = {
  /** What was found last, without asking the database: outdated when the version has changed meanwhile. */
  remembered(token: string): RoutedNumber | null;
  /** What the database has now; null for a token that no number of ours carries. Concurrent look-ups share one query. */
  find(token: string): Promise<RoutedNumber | null>;
};

/** More numbers than one server ever has; a bound all the same. */
const MOST_REMEMBERED = 100_000;

export function createRoutes(ports: Ports): Routes {
  const known = new Map<string, RoutedNumber>();
  const lookUp = shareLookups((tokens) => selectByToken(ports, tokens));
  return {
    remembered: (token) => known.get(token) ?? null,
    async find(token) {
      const found = await lookUp(token);
      if (known.size >= MOST_REMEMBERED) known.clear();
      if (found === null) known.delete(token);
      else known.set(token, found);
      return found;
    },
  };
}

async function selectByToken(ports: Ports, tokens: readonly string[]): Promise<Map<string, RoutedNumber>> {
  const rows = await ports.database.urgent
    .selectFrom("phone_numbers as number")
    .innerJoin("telephony_accounts as account", (join) =>
      join.onRef("account.tenant_id", "=", "number.tenant_id").onRef("account.id", "=", "number.account_id"),
    )
    .selectAll("number")
    .select(["account.account_sid", "account.auth_token_sealed", "account.previous_auth_token_sealed"])
    .innerJoin("number_route_facts as route", (join) =>
      join.onRef("route.tenant_id", "=", "number.tenant_id").onRef("route.id", "=", "number.id"),
    )
    .select("route.version")
    .where("number.hook_token", "=", sql<string>`any(${tokens})`)
    .execute();
  return new Map(rows.map((row) => [row.hook_token, routedNumber(ports, row)]));
}

type Row = Selectable<PhoneNumbers> &
  Pick<Selectable<TelephonyAccounts>, "account_sid" | "auth_token_sealed" | "previous_auth_token_sealed"> & {
    version: string | null;
  };

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
    version: row.version ?? "",
  };
}
