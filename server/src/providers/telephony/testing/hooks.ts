import type { NumberHooks } from "../port.ts";

export const hooksFor = (token: string): NumberHooks => ({
  voiceUrl: `https://nmc.example.test/hooks/t/${token}/voice#rc=5`,
  voiceFallbackUrl: `https://nmc.example.test/hooks/t/${token}/voice-fallback`,
  statusCallbackUrl: `https://nmc.example.test/hooks/t/${token}/call-status`,
  smsUrl: `https://nmc.example.test/hooks/t/${token}/sms`,
  smsFallbackUrl: `https://nmc.example.test/hooks/t/${token}/sms-fallback`,
});
