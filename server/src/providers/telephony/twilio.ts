import type { IncomingPhoneNumberInstance } from "twilio/lib/rest/api/v2010/account/incomingPhoneNumber.js";
import { fetchMedia } from "./media.ts";
import { outcomeOfFailure } from "./outcomes.ts";
import type { CarrierNumber, LineType, NumberHooks, Telephony } from "./port.ts";
import { twilioClients } from "./twilio-client.ts";

/** Twilio as our carrier, through its official SDK; `baseUrl` names another server that speaks its API. */
export function createTwilioTelephony({ baseUrl }: { baseUrl: string | null }): Telephony {
  const clientOf = twilioClients(baseUrl);
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
      const messages = await clientOf(account).messages.list({ to, from, dateSentAfter: dateOf(since), limit: 200 });
      return messages.map((one) => ({
        messageSid: one.sid,
        body: one.body,
        status: one.status,
        createdAt: instantOf(one.dateCreated),
      }));
    },
    async lineType(account, phone) {
      const found = await clientOf(account).lookups.v2.phoneNumbers(phone).fetch({ fields: "line_type_intelligence" });
      return LINE_TYPES[found.lineTypeIntelligence?.type ?? ""] ?? "unknown";
    },
    async configureNumber(account, phoneNumberSid, hooks) {
      await clientOf(account).incomingPhoneNumbers(phoneNumberSid).update(urlsOf(hooks));
    },
    async findNumbers(account) {
      return (await clientOf(account).incomingPhoneNumbers.list({ limit: 1000 })).map(carrierNumber);
    },
    async searchNumbers(account, { areaCode, country }) {
      const found = await clientOf(account)
        .availablePhoneNumbers(country)
        .local.list({ areaCode: Number(areaCode), smsEnabled: true, voiceEnabled: true, limit: 20 });
      return found.map((one) => one.phoneNumber);
    },
    async buyNumber(account, phone, hooks) {
      return carrierNumber(
        await clientOf(account).incomingPhoneNumbers.create({ phoneNumber: phone, ...urlsOf(hooks) }),
      );
    },
    fetchMedia: (account, url) => fetchMedia(baseUrl, account, url),
    async countCalls(account, since) {
      let count = 0;
      await new Promise<void>((resolve, reject) => {
        clientOf(account).calls.each({
          startTimeAfter: dateOf(since),
          pageSize: 1000,
          callback: (call) => {
            if (!call.parentCallSid) count += 1;
          },
          done: (error?: Error) => (error ? reject(error) : resolve()),
        });
      });
      return count;
    },
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
  };
}

function carrierNumber(number: IncomingPhoneNumberInstance): CarrierNumber {
  const { sid, phoneNumber, friendlyName, voiceUrl, smsUrl } = number;
  return { phoneNumberSid: sid, phoneNumber, friendlyName, voiceUrl, smsUrl };
}

// The SDK speaks in Dates.
const dateOf = (moment: Temporal.Instant) => new Date(moment.epochMilliseconds);
const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
const numberOrNull = (text: string | null) => (text === null ? null : Number(text));
