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

/** The number whose webhooks carry this token in their path, or null. */
export async function routeByToken(ports: Ports, token: string): Promise<RoutedNumber | null> {
  const row = await ports.database.platform
    .selectFrom("phone_numbers as number")
    .innerJoin("telephony_accounts as account", (join) =>
      join.onRef("account.tenant_id", "=", "number.tenant_id").onRef("account.id", "=", "number.account_id"),
    )
    .selectAll("number")
    .select(["account.account_sid", "account.auth_token_sealed", "account.previous_auth_token_sealed"])
    .where("number.hook_token", "=", token)
    .where("number.status", "<>", "released")
    .executeTakeFirst();
  if (row === undefined) return null;
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
