import type { Ports } from "#platform/ports.ts";
import type { NumberHooks } from "#providers/telephony/port.ts";
import { openToken } from "./accounts.ts";

/** Twilio's connection overrides: five retries on any failure, four seconds a try, fifteen in all. */
const RETRIES = "#rc=5&rp=all&rt=4000&tt=15000";

/** Where the carrier finds us for one number. */
export function hooksOf(publicUrl: string, token: string): NumberHooks {
  const url = (topic: string) => `${publicUrl}/hooks/t/${token}/${topic}${RETRIES}`;
  return {
    voiceUrl: url("voice"),
    voiceFallbackUrl: url("voice-fallback"),
    statusCallbackUrl: url("call-status"),
    smsUrl: url("sms"),
    smsFallbackUrl: url("sms-fallback"),
  };
}

/** Points the webhooks of every active number at this server. */
export async function pointNumbersHere(ports: Ports): Promise<void> {
  const { publicUrl } = ports.config;
  if (publicUrl === null) return;
  for (const number of await numbersWithAccounts(ports)) {
    const hooks = hooksOf(publicUrl, number.hookToken);
    await ports.telephony.configureNumber(number, number.phoneNumberSid, hooks);
    await ports.database.platform
      .updateTable("phone_numbers")
      .set({
        webhooks_configured: true,
        voice_webhook_url: hooks.voiceUrl,
        sms_webhook_url: hooks.smsUrl,
        status_callback_url: hooks.statusCallbackUrl,
      })
      .where("tenant_id", "=", number.tenantId)
      .where("id", "=", number.id)
      .execute();
  }
}

/** Every active number that the carrier knows, across businesses, with the account that owns it. */
export async function numbersWithAccounts(ports: Ports) {
  const rows = await ports.database.platform
    .selectFrom("phone_numbers as number")
    .innerJoin("telephony_accounts as account", (join) =>
      join.onRef("account.tenant_id", "=", "number.tenant_id").onRef("account.id", "=", "number.account_id"),
    )
    .select(["number.id", "number.tenant_id", "number.phone_number", "number.phone_number_sid", "number.hook_token"])
    .select(["account.account_sid", "account.id as account_id", "account.auth_token_sealed"])
    .where("number.status", "=", "active")
    .where("number.phone_number_sid", "is not", null)
    .$narrowType<{ phone_number_sid: string }>()
    .execute();
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
