import type { PhoneNumber } from "../directory/phone-number.ts";
import type { Photo } from "../handsets/handset.ts";
import { placeParameters } from "../voice/parameters.ts";
import { parseTwiml } from "../voice/twiml.ts";
import type { Parameters } from "../webhooks/signing.ts";
import type { Answer, Hook } from "../webhooks/webhook.ts";
import type { World } from "../world.ts";
import type { Message } from "./message.ts";
import { confirmations, type OptOutType, readKeyword } from "./opt-out.ts";
import { sendMessage } from "./outbound.ts";
import { countSegments } from "./segments.ts";

/**
 * Someone's text arrives at a number of the carrier: opt-out keywords take effect first, then the hook is told, and what
 * its answer says in `<Message>` is sent back.
 */
export async function receiveMessage(
  world: World,
  number: PhoneNumber,
  from: string,
  body: string,
  photos: readonly Photo[],
): Promise<Message> {
  const message = keepInbound(world, number, from, body, photos);
  const keyword = readKeyword(body);
  const confirmation = keyword && applyKeyword(world, number, from, keyword);
  if (confirmation) sendMessage(world, number, { to: from, body: confirmation, isReply: true });
  const answer = await tellHook(world, number, message, keyword);
  if (answer) replyWith(world, number, from, answer);
  return message;
}

/** The confirmation that is due, if any: STOP and START confirm a change only, HELP always answers. */
function applyKeyword(world: World, number: PhoneNumber, from: string, keyword: OptOutType): string | undefined {
  if (keyword === "STOP" && !world.optOuts.block(number, from)) return undefined;
  if (keyword === "START" && !world.optOuts.unblock(number, from)) return undefined;
  return confirmations[keyword];
}

function keepInbound(world: World, number: PhoneNumber, from: string, body: string, photos: readonly Photo[]): Message {
  const now = world.carrierNow();
  const message: Message = {
    sid: world.chance.sid(photos.length > 0 ? "MM" : "SM"),
    accountSid: number.accountSid,
    messagingServiceSid: world.directory.serviceOf(number)?.sid ?? null,
    direction: "inbound",
    from,
    to: number.phoneNumber,
    body,
    media: photos.map((photo) => ({ sid: world.chance.sid("ME"), ...photo })),
    numSegments: countSegments(body),
    status: "received",
    errorCode: null,
    createdAt: now,
    updatedAt: now,
    sentAt: now,
    history: [{ status: "received", at: now }],
    statusCallback: undefined,
    validityPeriodS: 0,
  };
  world.ledger.messages.put(message);
  world.feed.tell("message.received", { sid: message.sid, from, to: message.to, body, photos: photos.length });
  return message;
}

function tellHook(
  world: World,
  number: PhoneNumber,
  message: Message,
  keyword: OptOutType | undefined,
): Promise<Answer | undefined> {
  const { hook, fallback } = hooksOf(world, number);
  if (!hook) return Promise.resolve(undefined);
  const isMarked = keyword !== undefined && world.directory.account(number.accountSid).advancedOptOut;
  return world.webhooks.tell({
    kind: "message",
    accountSid: message.accountSid,
    resourceSid: message.sid,
    hook,
    fallback,
    params: { ...inboundParameters(world, message), ...(isMarked ? { OptOutType: keyword } : {}) },
  });
}

function hooksOf(world: World, number: PhoneNumber): { hook: Hook | undefined; fallback: Hook | undefined } {
  const service = world.directory.serviceOf(number);
  const usesService = service !== undefined && !service.useInboundWebhookOnNumber;
  return usesService
    ? { hook: service.inbound, fallback: service.fallback }
    : { hook: number.sms, fallback: number.smsFallback };
}

/** Source: recorded requests; Twilio, "Twilio's request to your incoming message webhook URL". */
function inboundParameters(world: World, message: Message): Parameters {
  const media = message.media.flatMap(({ sid, contentType }, index) => [
    [`MediaContentType${index}`, contentType],
    [`MediaUrl${index}`, mediaUrl(world, message, sid)],
  ]);
  return {
    MessageSid: message.sid,
    SmsSid: message.sid,
    SmsMessageSid: message.sid,
    SmsStatus: "received",
    AccountSid: message.accountSid,
    ...(message.messagingServiceSid === null ? {} : { MessagingServiceSid: message.messagingServiceSid }),
    From: message.from,
    To: message.to,
    Body: message.body,
    NumMedia: String(message.media.length),
    NumSegments: String(message.numSegments),
    ApiVersion: "2010-04-01",
    ...placeParameters(world, { From: message.from, To: message.to }),
    ...Object.fromEntries(media),
  };
}

/** Where the bytes of a picture are fetched, with the account's credentials. */
const mediaUrl = (world: World, { accountSid, sid }: Message, mediaSid: string): string =>
  `${world.publicBase()}/api/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media/${mediaSid}`;

function replyWith(world: World, number: PhoneNumber, to: string, answer: Answer): void {
  const twiml = parseTwiml(answer.body);
  if (twiml.kind !== "document") return;
  for (const verb of twiml.verbs) {
    const body = verb.children.find((child) => child.name === "Body")?.text ?? verb.text;
    if (verb.name === "Message" && body !== "") sendMessage(world, number, { to, body, isReply: true });
  }
}
