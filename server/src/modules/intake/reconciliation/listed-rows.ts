import type { AccountWithNumbers } from "#numbers";
import type { CarrierPrice, ListedCall, ListedMessage } from "#providers/telephony/port.ts";
import type { ListedTopicName, WebhookParams } from "../topics.ts";

/** A row of the carrier's list in the words of its webhooks, so that it can take their way. */
export type ListedRow = {
  topic: ListedTopicName;
  sid: string;
  /** The call or text that this is counted under: of a phone that a call rang, the call. */
  about: string;
  params: WebhookParams;
  /** When the carrier had something to report last. */
  changedAt: Temporal.Instant;
  /** Null for a leg, which goes by its call. */
  phoneNumberId: string | null;
  hasMedia: boolean;
};

/** A call of the list; null when none of its ends is a number of ours, or the number was not ours then. */
export function rowOfCall(account: AccountWithNumbers, call: ListedCall): ListedRow | null {
  const isLeg = call.parentCallSid !== null;
  const beganAt = call.startedAt ?? call.createdAt;
  const number = isLeg ? null : ownNumber(account, [call.to, call.from], beganAt);
  if (!isLeg && number === null) return null;
  const changedAt = call.endedAt ?? beganAt;
  return {
    topic: isLeg ? "leg-listed" : "call-listed",
    sid: call.callSid,
    about: call.parentCallSid ?? call.callSid,
    changedAt,
    phoneNumberId: number?.id ?? null,
    hasMedia: false,
    params: given({
      CallSid: call.callSid,
      ParentCallSid: call.parentCallSid,
      AccountSid: account.accountSid,
      Direction: call.direction,
      From: call.from,
      To: call.to,
      CallStatus: call.status,
      StartTime: beganAt.toString(),
      EndTime: call.endedAt?.toString() ?? null,
      Timestamp: changedAt.toString(),
      CallDuration: call.durationSeconds?.toString() ?? null,
      AnsweredBy: call.answeredBy,
      ForwardedFrom: call.forwardedFrom,
      CallerName: call.callerName,
      ...priceParams(call.price),
    }),
  };
}

/** A text of the list; null when none of its ends is a number of ours, or the number was not ours then. */
export function rowOfMessage(account: AccountWithNumbers, message: ListedMessage): ListedRow | null {
  const number = ownNumber(account, [message.to, message.from], message.sentAt);
  if (number === null) return null;
  const isInbound = message.direction === "inbound";
  return {
    topic: isInbound ? "sms-listed" : "sms-status-listed",
    sid: message.messageSid,
    about: message.messageSid,
    changedAt: isInbound ? message.sentAt : message.updatedAt,
    phoneNumberId: number.id,
    hasMedia: isInbound && message.mediaCount > 0,
    params: given({
      MessageSid: message.messageSid,
      AccountSid: account.accountSid,
      From: message.from,
      To: message.to,
      Body: isInbound ? message.body : null,
      MessageStatus: message.status,
      ErrorCode: message.errorCode?.toString() ?? null,
      NumSegments: String(message.segments),
      Timestamp: (isInbound ? message.sentAt : message.updatedAt).toString(),
      ...priceParams(message.price),
    }),
  };
}

function ownNumber({ numbers }: AccountWithNumbers, ends: readonly string[], at: Temporal.Instant) {
  const own = numbers.find(({ phoneNumber }) => ends.includes(phoneNumber));
  return own !== undefined && Temporal.Instant.compare(at, own.since) >= 0 ? own : null;
}

const priceParams = (price: CarrierPrice) => ({ Price: price?.amount ?? null, PriceUnit: price?.unit ?? null });

function given(fields: Record<string, string | null>): WebhookParams {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === null || value === "" ? [] : [[name, value]])),
  );
}
