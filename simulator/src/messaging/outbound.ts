import type { PhoneNumber } from "../directory/phone-number.ts";
import type { World } from "../world.ts";
import { deliverMessage } from "./delivery.ts";
import type { Media, Message } from "./message.ts";
import { countSegments } from "./segments.ts";

/** A text to be sent. */
export interface Outgoing {
  to: string;
  body: string;
  media?: Media[];
  messagingServiceSid?: string;
  statusCallback?: string | undefined;
  validityPeriodS?: number;
  isReply?: boolean;
}

/** Accepts a text for sending and sends it in its turn. What may refuse it has been checked before. */
export function sendMessage(world: World, sender: PhoneNumber, outgoing: Outgoing): Message {
  const now = world.carrierNow();
  const media = outgoing.media ?? [];
  const status = outgoing.messagingServiceSid === undefined ? "queued" : "accepted";
  const message: Message = {
    sid: world.chance.sid(media.length > 0 ? "MM" : "SM"),
    accountSid: sender.accountSid,
    messagingServiceSid: outgoing.messagingServiceSid ?? null,
    direction: outgoing.isReply ? "outbound-reply" : "outbound-api",
    from: sender.phoneNumber,
    to: outgoing.to,
    body: outgoing.body,
    media,
    numSegments: countSegments(outgoing.body),
    status,
    errorCode: null,
    createdAt: now,
    updatedAt: now,
    sentAt: null,
    history: [{ status, at: now }],
    statusCallback: outgoing.statusCallback,
    validityPeriodS: outgoing.validityPeriodS ?? 36_000,
  };
  world.ledger.messages.put(message);
  world.feed.tell("message.created", { sid: message.sid, from: message.from, to: message.to, body: message.body });
  deliverMessage(world, message, sender);
  return message;
}
