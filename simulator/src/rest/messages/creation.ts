import type { Account } from "../../directory/account.ts";
import type { MessagingService, PhoneNumber } from "../../directory/phone-number.ts";
import { isTollFree, placeOf, toE164 } from "../../directory/place.ts";
import type { Outgoing } from "../../messaging/outbound.ts";
import type { World } from "../../world.ts";
import { type Form, listOf, textOf } from "../form.ts";
import { isTwilioError, refusal, type TwilioError } from "../problem.ts";
import { testNumberError } from "./test-numbers.ts";

/** A text that may be sent, and the number that sends it. */
export interface Checked {
  sender: PhoneNumber;
  outgoing: Outgoing & { mediaUrls: string[] };
}

/** Longest body. Source: Twilio, Message resource, `Body`. */
const LONGEST_BODY = 1_600;

/** Checks a request to send a text in the order in which Twilio does: recipient, sender, content, permissions. */
export function checkMessage(world: World, account: Account, form: Form): Checked | TwilioError {
  const written = textOf(form, "To") ?? "";
  if (written === "") return refusal(400, 21604, "A 'To' phone number is required.");
  const refused = testNumberError(written, textOf(form, "From") ?? "");
  if (refused) return refused;
  const to = toE164(written);
  if (!to) return refusal(400, 21211, `Invalid 'To' Phone Number: ${written}`);
  const origin = findOrigin(world, account, form, to);
  if (isTwilioError(origin)) return origin;
  const { sender, service } = origin;
  const content = checkContent(form) ?? checkRoute(world, account, sender, to);
  if (content) return content;
  return {
    sender,
    outgoing: {
      to,
      body: textOf(form, "Body") ?? "",
      mediaUrls: listOf(form, "MediaUrl"),
      statusCallback: textOf(form, "StatusCallback") ?? service?.statusCallbackUrl,
      validityPeriodS: Number(textOf(form, "ValidityPeriod") ?? service?.validityPeriodS ?? 36_000),
      ...(service && { messagingServiceSid: service.sid }),
    },
  };
}

type Origin = { sender: PhoneNumber; service: MessagingService | undefined };

function findOrigin(world: World, account: Account, form: Form, to: string): Origin | TwilioError {
  const serviceSid = textOf(form, "MessagingServiceSid");
  if (serviceSid !== undefined) return findServiceOrigin(world, account, serviceSid, textOf(form, "From"), to);
  const from = textOf(form, "From");
  if (from === undefined) return refusal(400, 21603, "A 'From' phone number is required.");
  const sender = world.directory.owned(toE164(from) ?? from);
  if (!sender) return refusal(400, toE164(from) ? 21606 : 21212, `Invalid From Number (caller ID): ${from}`);
  if (sender.accountSid === account.sid && sender.capabilities.sms) return { sender, service: undefined };
  return refusal(
    400,
    21606,
    `The 'From' phone number ${from} is not a valid, SMS-capable inbound phone number for your account.`,
  );
}

function findServiceOrigin(
  world: World,
  account: Account,
  serviceSid: string,
  from: string | undefined,
  to: string,
): Origin | TwilioError {
  const service = world.directory.services.get(serviceSid);
  if (service?.accountSid !== account.sid) {
    return refusal(404, 20404, `The requested resource /Services/${serviceSid} was not found`);
  }
  const pool = service.phoneNumberSids.flatMap((sid) => world.directory.number(sid) ?? []);
  const sender = pool.find((number) => number.phoneNumber === from) ?? stickySender(world, pool, to) ?? pool[0];
  if (!sender) return refusal(400, 21704, "The Messaging Service contains no phone numbers");
  return { sender, service };
}

/** The number of the pool that this person has already been written from. */
function stickySender(world: World, pool: PhoneNumber[], to: string): PhoneNumber | undefined {
  const accountSid = pool[0]?.accountSid;
  for (const message of world.ledger.messages.newestFirst(`${accountSid}/to/${to}`)) {
    const before = pool.find((number) => number.phoneNumber === message.from);
    if (before) return before;
  }
  return undefined;
}

function checkContent(form: Form): TwilioError | undefined {
  const body = textOf(form, "Body") ?? "";
  const media = listOf(form, "MediaUrl");
  if (body === "" && media.length === 0) return refusal(400, 21602, "Message body is required.");
  if ([...body].length > LONGEST_BODY) {
    return refusal(400, 21617, "The concatenated message body exceeds the 1600 character limit");
  }
  if (media.length > 10) return refusal(400, 21623, "Number of media files exceeds allowed limit");
  const period = Number(textOf(form, "ValidityPeriod") ?? 36_000);
  if (Number.isInteger(period) && period >= 1 && period <= 36_000) return undefined;
  return refusal(400, 21633, "The ValidityPeriod is not between 1 and 36000 seconds");
}

function checkRoute(world: World, account: Account, sender: PhoneNumber, to: string): TwilioError | undefined {
  if (to === sender.phoneNumber) return refusal(400, 21266, "'To' and 'From' number cannot be the same");
  const { country } = placeOf(to);
  if (!isTollFree(to) && !account.countries.includes(country)) {
    return refusal(
      400,
      21408,
      `Permission to send an SMS has not been enabled for the region indicated by the 'To' number: ${to}`,
    );
  }
  if (world.optOuts.isBlocked(sender, to)) return refusal(400, 21610, "Attempt to send to unsubscribed recipient");
  return undefined;
}
