import type { IncomingPhoneNumberInstance } from "twilio/lib/rest/api/v2010/account/incomingPhoneNumber.js";
import { twilioLists } from "./lists.ts";
import { fetchMedia } from "./media.ts";
import { outcomeOfFailure } from "./outcomes.ts";
import type { CarrierNumber, LineType, NumberHooks, Telephony } from "./port.ts";
import { twilioClients } from "./twilio-client.ts";

/** More than a customer gets in the minutes for which an outcome stays unknown. */
const NEWEST = 200;

/**
 * Twilio as our carrier, through its official SDK; `baseUrl` names another server that speaks its API. The carrier answers
 * in well under a second: what takes longer than `timeoutMs` is an unknown outcome.
 */
export function createTwilioTelephony({
  baseUrl,
  timeoutMs = 8000,
}: {
  baseUrl: string | null;
  timeoutMs?: number;
}): Telephony {
  const clientOf = twilioClients(baseUrl, timeoutMs);
  return {
    async sendMessage(account, message) {
      try {
        const created = await clientOf(account).messages.create({
          from: message.from,
          to: message.to,
          body: message.body,
          statusCallback: message.statusCallback,
          validityPeriod: message.validitySeconds,
          ...(message.mediaUrls.length > 0 ? { mediaUrl: [...message.mediaUrls] } : {}),
        });
        if (!created.sid) return { kind: "unknown", message: "The carrier's answer names no message." };
        return {
          kind: "accepted",
          messageSid: created.sid,
          status: created.status,
          segments: numberOrNull(created.numSegments),
        };
      } catch (error) {
        return outcomeOfFailure(error);
      }
    },
    async listMessages(account, { to, from, since }) {
      // By time of sending the carrier could not list those that still wait: the newest are taken, whatever their state.
      const messages = await clientOf(account).messages.list({ to, from, limit: NEWEST });
      return messages
        .map((one) => ({
          messageSid: one.sid,
          body: one.body,
          status: one.status,
          createdAt: instantOf(one.dateCreated),
        }))
        .filter(({ createdAt }) => Temporal.Instant.compare(createdAt, since) >= 0);
    },
    async lineType(account, phone) {
      const found = await clientOf(account).lookups.v2.phoneNumbers(phone).fetch({ fields: "line_type_intelligence" });
      return LINE_TYPES[found.lineTypeIntelligence?.type ?? ""] ?? "unknown";
    },
    async configureNumber(account, phoneNumberSid, hooks) {
      await clientOf(account).incomingPhoneNumbers(phoneNumberSid).update(urlsOf(hooks));
    },
    async findNumbers(account, filter) {
      const wanted = filter === undefined ? {} : { phoneNumber: filter.phone };
      return (await clientOf(account).incomingPhoneNumbers.list({ ...wanted, limit: 1000 })).map(carrierNumber);
    },
    async searchNumbers(account, { areaCode, country }) {
      const found = await clientOf(account)
        .availablePhoneNumbers(country)
        .local.list({ areaCode: Number(areaCode), smsEnabled: true, voiceEnabled: true, limit: 20 });
      return found.map((one) => one.phoneNumber);
    },
    async buyNumber(account, phone) {
      try {
        const bought = await clientOf(account).incomingPhoneNumbers.create({ phoneNumber: phone });
        return { kind: "bought", number: carrierNumber(bought) };
      } catch (error) {
        return outcomeOfFailure(error);
      }
    },
    fetchMedia: (account, url) => fetchMedia(baseUrl, account, url),
    ...twilioLists(clientOf),
  };
}

/** Twilio Lookup v2 line types, as far as they decide whether a number can be texted. */
const LINE_TYPES: Record<string, LineType> = {
  mobile: "mobile",
  landline: "landline",
  fixedVoip: "voip",
  nonFixedVoip: "voip",
  tollFree: "tollFree",
};

function urlsOf(hooks: NumberHooks) {
  return {
    voiceUrl: hooks.voiceUrl,
    voiceMethod: "POST",
    voiceFallbackUrl: hooks.voiceFallbackUrl,
    voiceFallbackMethod: "POST",
    statusCallback: hooks.statusCallbackUrl,
    statusCallbackMethod: "POST",
    smsUrl: hooks.smsUrl,
    smsMethod: "POST",
    smsFallbackUrl: hooks.smsFallbackUrl,
    smsFallbackMethod: "POST",
    voiceApplicationSid: "",
    smsApplicationSid: "",
    trunkSid: "",
  };
}

function carrierNumber(number: IncomingPhoneNumberInstance): CarrierNumber {
  return {
    phoneNumberSid: number.sid,
    phoneNumber: number.phoneNumber,
    friendlyName: number.friendlyName,
    hooks: {
      voiceUrl: number.voiceUrl,
      voiceFallbackUrl: number.voiceFallbackUrl,
      statusCallbackUrl: number.statusCallback,
      smsUrl: number.smsUrl,
      smsFallbackUrl: number.smsFallbackUrl,
    },
    overridden: [number.voiceApplicationSid, number.smsApplicationSid, number.trunkSid].some(Boolean),
  };
}

// The SDK speaks in Dates.
const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
const numberOrNull = (text: string | null) => (text === null ? null : Number(text));
