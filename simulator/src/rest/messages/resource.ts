import { errorTexts } from "../../messaging/error-texts.ts";
import type { Media, Message } from "../../messaging/message.ts";
import type { World } from "../../world.ts";
import { rfc2822OrNull } from "../dates.ts";
import { messagePrice } from "../price.ts";

const messageUri = ({ accountSid, sid }: Message): string => `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`;

/** Twilio: Message resource. */
export const messageResource = (world: World, message: Message) => ({
  account_sid: message.accountSid,
  api_version: "2010-04-01",
  body: message.body,
  date_created: rfc2822OrNull(message.createdAt),
  date_sent: rfc2822OrNull(message.sentAt),
  date_updated: rfc2822OrNull(message.updatedAt),
  direction: message.direction,
  error_code: message.errorCode,
  error_message: message.errorCode === null ? null : (errorTexts[message.errorCode] ?? null),
  from: message.from,
  messaging_service_sid: message.messagingServiceSid,
  num_media: String(message.media.length),
  num_segments: String(message.numSegments),
  price: messagePrice(world, message),
  price_unit: "USD",
  sid: message.sid,
  status: message.status,
  subresource_uris: {
    feedback: `${messageUri(message)}/Feedback.json`,
    media: `${messageUri(message)}/Media.json`,
  },
  to: message.to,
  uri: `${messageUri(message)}.json`,
});

/** Twilio: Media resource. */
export const mediaResource = (message: Message, media: Media) => ({
  account_sid: message.accountSid,
  content_type: media.contentType,
  date_created: rfc2822OrNull(message.createdAt),
  date_updated: rfc2822OrNull(message.createdAt),
  parent_sid: message.sid,
  sid: media.sid,
  uri: `${messageUri(message)}/Media/${media.sid}.json`,
});
