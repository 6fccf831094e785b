import type { Twilio } from "twilio";
import type { CallInstance } from "twilio/lib/rest/api/v2010/account/call.js";
import type { MessageInstance } from "twilio/lib/rest/api/v2010/account/message.js";
import type { CarrierPage, CarrierPrice, ListedCall, ListedMessage, Telephony, TelephonyAccount } from "./port.ts";

/** Twilio, "Paging": the most that a page holds. */
const PAGE_SIZE = 1000;
const API = "https://api.twilio.com";

/**
 * Twilio's lists of calls and messages, a page at a time. The address of the next page is the one that Twilio names: page
 * numbers would shift while new rows arrive.
 */
export function twilioLists(
  clientOf: (account: TelephonyAccount) => Twilio,
): Pick<Telephony, "pageOfCalls" | "pageOfMessages" | "listMedia"> {
  return {
    async pageOfCalls(account, { since, next }) {
      const { calls } = clientOf(account);
      const page =
        next === null
          ? await calls.page({ startTimeAfter: dateOf(since), pageSize: PAGE_SIZE })
          : await calls.getPage(next);
      return plain(page, listedCall);
    },
    async pageOfMessages(account, { since, next }) {
      const { messages } = clientOf(account);
      const page =
        next === null
          ? await messages.page({ dateSentAfter: dateOf(since), pageSize: PAGE_SIZE })
          : await messages.getPage(next);
      return plain(page, listedMessage);
    },
    async listMedia(account, messageSid) {
      const media = await clientOf(account).messages(messageSid).media.list({ limit: 10 });
      return media.map(({ uri, contentType }) => ({ url: `${API}${uri.replace(/\.json$/, "")}`, contentType }));
    },
  };
}

function plain<Instance, Item>(
  page: { instances: Instance[]; nextPageUrl?: string | undefined },
  read: (instance: Instance) => Item,
): CarrierPage<Item> {
  return { items: page.instances.map(read), next: page.nextPageUrl ?? null };
}

function listedCall(call: CallInstance): ListedCall {
  return {
    callSid: call.sid,
    parentCallSid: call.parentCallSid || null,
    direction: call.direction,
    from: call.from,
    to: call.to,
    status: call.status,
    createdAt: instantOf(call.dateCreated),
    startedAt: instantOrNull(call.startTime),
    endedAt: instantOrNull(call.endTime),
    durationSeconds: call.duration ? Number(call.duration) : null,
    answeredBy: call.answeredBy || null,
    forwardedFrom: call.forwardedFrom || null,
    callerName: call.callerName || null,
    price: priceOf(call),
  };
}

function listedMessage(message: MessageInstance): ListedMessage {
  return {
    messageSid: message.sid,
    direction: message.direction,
    from: message.from,
    to: message.to,
    body: message.body ?? "",
    status: message.status,
    errorCode: message.errorCode ?? null,
    sentAt: instantOf(message.dateSent ?? message.dateCreated),
    updatedAt: instantOf(message.dateUpdated),
    segments: Number(message.numSegments) || 1,
    mediaCount: Number(message.numMedia) || 0,
    price: priceOf(message),
  };
}

function priceOf({ price, priceUnit }: { price: string; priceUnit: string }): CarrierPrice {
  return price ? { amount: price, unit: priceUnit } : null;
}

// The SDK speaks in Dates; what has not happened yet is none.
const dateOf = (moment: Temporal.Instant) => new Date(moment.epochMilliseconds);
const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
const instantOrNull = (date: Date | null | undefined) =>
  date === null || date === undefined || Number.isNaN(date.getTime()) ? null : instantOf(date);
