import type { NumberHooks } from "#providers/telephony/port.ts";

/** Twilio's connection overrides: five retries on any failure, four seconds a try, fifteen in all. */
const RETRIES = "#rc=5&rp=all&rt=4000&tt=15000";

/** Where the carrier finds us for the number with this token. */
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

/** Whether the carrier already brings everything to these addresses. */
export function pointsHere(atCarrier: { hooks: NumberHooks; overridden: boolean }, wanted: NumberHooks): boolean {
  const names = Object.keys(wanted) as (keyof NumberHooks)[];
  return !atCarrier.overridden && names.every((name) => atCarrier.hooks[name] === wanted[name]);
}
