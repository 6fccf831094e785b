import type { FastifyInstance } from "fastify";
import { type PhoneNumber, parsePhoneNumberFromString, validatePhoneNumberLength } from "libphonenumber-js/max";
import { isTollFree } from "../../directory/place.ts";
import type { World } from "../../world.ts";
import { type Form, textOf } from "../form.ts";

/** What is known of a number and its line. Source: Twilio OpenAPI, lookups v2. */
export function lookupRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { phoneNumber: string }; Querystring: Form }>("/PhoneNumbers/:phoneNumber", async (request) => {
    const written = request.params.phoneNumber;
    const parsed = parsePhoneNumberFromString(written, "US");
    const fields = textOf(request.query, "Fields")?.split(",") ?? [];
    return lookupResource(world, written, parsed?.isPossible() ? parsed : undefined, fields);
  });
}

function lookupResource(world: World, written: string, parsed: PhoneNumber | undefined, fields: readonly string[]) {
  const phoneNumber = parsed?.number ?? written;
  return {
    call_forwarding: null,
    caller_name: parsed && fields.includes("caller_name") ? callerName(world, phoneNumber) : null,
    calling_country_code: parsed?.countryCallingCode ?? null,
    country_code: parsed?.country ?? null,
    identity_match: null,
    line_status: null,
    line_type_intelligence: parsed && fields.includes("line_type_intelligence") ? lineType(world, phoneNumber) : null,
    national_format: parsed?.formatNational() ?? null,
    phone_number: phoneNumber,
    phone_number_quality_score: null,
    pre_fill: null,
    reassigned_number: null,
    sim_swap: null,
    sms_pumping_risk: null,
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${phoneNumber}`,
    valid: parsed !== undefined,
    validation_errors: parsed ? null : [validatePhoneNumberLength(written, "US") ?? "NOT_A_NUMBER"],
  };
}

/** Handsets know their line; numbers of the carrier are its own; of others only toll-free ones show what they are. */
function lineType(world: World, phoneNumber: string) {
  const handset = world.handsets.get(phoneNumber);
  const isOwn = world.directory.owned(phoneNumber) !== undefined;
  const otherwise = isTollFree(phoneNumber) ? "tollFree" : isOwn ? "nonFixedVoip" : null;
  return {
    carrier_name: handset?.carrier ?? (isOwn ? "Twilio - SMS/MMS-SVR" : null),
    error_code: null,
    mobile_country_code: handset ? "310" : null,
    mobile_network_code: handset ? "456" : null,
    type: handset?.lineType ?? otherwise,
  };
}

function callerName(world: World, phoneNumber: string) {
  const name = world.handsets.get(phoneNumber)?.name;
  const isKnown = name !== undefined && name !== phoneNumber;
  return {
    caller_name: isKnown ? name.toUpperCase() : null,
    caller_type: isKnown ? "CONSUMER" : null,
    error_code: null,
  };
}
