import type { MessagingService, PhoneNumber } from "../../directory/phone-number.ts";
import { placeOf } from "../../directory/place.ts";
import { isoSeconds } from "../dates.ts";

const BASE = "https://messaging.twilio.com/v1/Services";

/** Twilio: Service resource of messaging v1. */
export const serviceResource = (service: MessagingService) => ({
  account_sid: service.accountSid,
  area_code_geomatch: true,
  date_created: isoSeconds(service.createdAt),
  date_updated: isoSeconds(service.updatedAt),
  fallback_method: service.fallback?.method ?? "POST",
  fallback_to_long_code: true,
  fallback_url: service.fallback?.url ?? null,
  friendly_name: service.friendlyName,
  inbound_method: service.inbound?.method ?? "POST",
  inbound_request_url: service.inbound?.url ?? null,
  links: {
    alpha_senders: `${BASE}/${service.sid}/AlphaSenders`,
    messages: `${BASE}/${service.sid}/Messages`,
    phone_numbers: `${BASE}/${service.sid}/PhoneNumbers`,
    short_codes: `${BASE}/${service.sid}/ShortCodes`,
    us_app_to_person: `${BASE}/${service.sid}/Compliance/Usa2p`,
  },
  mms_converter: true,
  scan_message_content: "inherit",
  sid: service.sid,
  smart_encoding: false,
  status_callback: service.statusCallbackUrl ?? null,
  sticky_sender: service.stickySender,
  synchronous_validation: false,
  url: `${BASE}/${service.sid}`,
  us_app_to_person_registered: false,
  use_inbound_webhook_on_number: service.useInboundWebhookOnNumber,
  usecase: service.usecase,
  validity_period: service.validityPeriodS,
});

/** Twilio: PhoneNumber resource of a service. */
export const memberResource = (service: MessagingService, number: PhoneNumber) => ({
  account_sid: service.accountSid,
  capabilities: ["MMS", "SMS", "Voice"],
  country_code: placeOf(number.phoneNumber).country,
  date_created: isoSeconds(number.createdAt),
  date_updated: isoSeconds(number.updatedAt),
  phone_number: number.phoneNumber,
  service_sid: service.sid,
  sid: number.sid,
  url: `${BASE}/${service.sid}/PhoneNumbers/${number.sid}`,
});
