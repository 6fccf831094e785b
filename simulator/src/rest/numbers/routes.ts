import type { FastifyInstance } from "fastify";
import { numbersForSale } from "../../directory/inventory.ts";
import type { PhoneNumber } from "../../directory/phone-number.ts";
import { toE164 } from "../../directory/place.ts";
import { enrolNumber } from "../../directory/seed.ts";
import type { World } from "../../world.ts";
import { type Form, textOf } from "../form.ts";
import { changedHook, isUrl } from "../hooks.ts";
import { cutPage, pageFrame } from "../paging.ts";
import { isTwilioError, notFound, refusal, type TwilioError } from "../problem.ts";
import { type AccountParams, refuseWith } from "../request.ts";
import { numberResource } from "./resource.ts";

type NumberParams = AccountParams & { numberSid: string };

/** The numbers that an account owns. Source: Twilio OpenAPI, IncomingPhoneNumbers. */
export function numberRoutes(app: FastifyInstance, world: World): void {
  const find = ({ accountSid, numberSid }: NumberParams): PhoneNumber | undefined => {
    const number = world.directory.number(numberSid);
    return number?.accountSid === accountSid ? number : undefined;
  };

  app.post<{ Params: AccountParams; Body: Form }>("/IncomingPhoneNumbers.json", async (request, reply) => {
    const form = request.body ?? {};
    const phoneNumber = chooseNumber(world, form);
    if (isTwilioError(phoneNumber)) return refuseWith(reply, phoneNumber);
    const refused = checkUrls(form);
    if (refused) return refuseWith(reply, refused);
    const enrolment = { chance: world.chance, directory: world.directory, now: world.carrierNow };
    const number = enrolNumber(enrolment, request.params.accountSid, { phoneNumber });
    changeNumber(world, number, form);
    return reply.code(201).send(numberResource(number));
  });

  app.get<{ Params: AccountParams; Querystring: Form }>("/IncomingPhoneNumbers.json", async ({ params, query }) => {
    const wanted = world.directory
      .numbersOf(params.accountSid)
      .filter(
        (number) =>
          number.phoneNumber.includes(textOf(query, "PhoneNumber") ?? "") &&
          (textOf(query, "FriendlyName") ?? number.friendlyName) === number.friendlyName,
      )
      .reverse();
    const page = cutPage(wanted, query);
    const path = `/2010-04-01/Accounts/${params.accountSid}/IncomingPhoneNumbers.json`;
    return { ...pageFrame(path, page), incoming_phone_numbers: page.items.map(numberResource) };
  });

  app.get<{ Params: NumberParams }>("/IncomingPhoneNumbers/:numberSid.json", async (request, reply) => {
    const number = find(request.params);
    return number ? numberResource(number) : refuseWith(reply, notFound(request.url));
  });

  app.post<{ Params: NumberParams; Body: Form }>("/IncomingPhoneNumbers/:numberSid.json", async (request, reply) => {
    const number = find(request.params);
    if (!number) return refuseWith(reply, notFound(request.url));
    const refused = checkUrls(request.body ?? {});
    if (refused) return refuseWith(reply, refused);
    changeNumber(world, number, request.body ?? {});
    return numberResource(number);
  });

  app.delete<{ Params: NumberParams }>("/IncomingPhoneNumbers/:numberSid.json", async (request, reply) => {
    const number = find(request.params);
    if (!number) return refuseWith(reply, notFound(request.url));
    world.directory.removeNumber(number.sid);
    return reply.code(204).send();
  });
}

/** The number to be bought: the one that is named, or the first that is free in an area. */
function chooseNumber(world: World, form: Form): string | TwilioError {
  const isTaken = (phoneNumber: string): boolean => world.handsets.get(phoneNumber) !== undefined;
  const areaCode = textOf(form, "AreaCode");
  const written = textOf(form, "PhoneNumber");
  if (written === undefined && areaCode === undefined) {
    return refusal(400, 21402, "PhoneNumber or AreaCode is required");
  }
  if (written === undefined) {
    const free = numbersForSale(world.directory, "local", isTaken).find(
      ({ phoneNumber }) => phoneNumber.slice(2, 5) === areaCode,
    );
    return free?.phoneNumber ?? refusal(400, 21452, `No phone numbers found in area code ${areaCode}`);
  }
  const phoneNumber = toE164(written);
  if (!phoneNumber) return refusal(400, 21421, `PhoneNumber is invalid: ${written}`);
  const isFree = !world.directory.owned(phoneNumber) && !isTaken(phoneNumber);
  return isFree ? phoneNumber : refusal(400, 21422, `PhoneNumber is not available: ${phoneNumber}`);
}

const urlNames = ["VoiceUrl", "VoiceFallbackUrl", "StatusCallback", "SmsUrl", "SmsFallbackUrl"];

function checkUrls(form: Form): TwilioError | undefined {
  const wrong = urlNames.find((name) => textOf(form, name) && !isUrl(textOf(form, name) ?? ""));
  return (wrong && refusal(400, 21502, `${wrong} is not valid: ${textOf(form, wrong)}`)) || undefined;
}

function changeNumber(world: World, number: PhoneNumber, form: Form): void {
  const text = (name: string, before: string): string => textOf(form, name) ?? before;
  Object.assign(number, {
    friendlyName: text("FriendlyName", number.friendlyName),
    voice: changedHook(number.voice, form, "VoiceUrl", "VoiceMethod"),
    voiceFallback: changedHook(number.voiceFallback, form, "VoiceFallbackUrl", "VoiceFallbackMethod"),
    statusCallback: changedHook(number.statusCallback, form, "StatusCallback", "StatusCallbackMethod"),
    sms: changedHook(number.sms, form, "SmsUrl", "SmsMethod"),
    smsFallback: changedHook(number.smsFallback, form, "SmsFallbackUrl", "SmsFallbackMethod"),
    voiceApplicationSid: text("VoiceApplicationSid", number.voiceApplicationSid),
    smsApplicationSid: text("SmsApplicationSid", number.smsApplicationSid),
    trunkSid: text("TrunkSid", number.trunkSid),
    updatedAt: world.carrierNow(),
  } satisfies Partial<PhoneNumber>);
}
