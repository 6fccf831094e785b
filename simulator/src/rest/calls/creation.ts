import type { Account } from "../../directory/account.ts";
import { isTollFree, placeOf, toE164 } from "../../directory/place.ts";
import { callEvents } from "../../voice/call.ts";
import type { DocumentRequest } from "../../voice/leg.ts";
import type { OutboundCall } from "../../voice/outbound.ts";
import type { World } from "../../world.ts";
import { type Form, listOf, textOf } from "../form.ts";
import { hookFrom, isUrl } from "../hooks.ts";
import { isTwilioError, refusal, type TwilioError } from "../problem.ts";

/** Checks a request to make a call. */
export function checkCall(world: World, account: Account, form: Form): OutboundCall | TwilioError {
  const written = textOf(form, "To") ?? "";
  if (written === "") return refusal(400, 21201, "No 'To' number is specified");
  const to = toE164(written);
  if (!to) return refusal(400, 21211, `Invalid 'To' Phone Number: ${written}`);
  const from = textOf(form, "From");
  if (!from) return refusal(400, 21213, "'From' phone number is required");
  const number = world.directory.owned(toE164(from) ?? from);
  if (number?.accountSid !== account.sid) {
    return refusal(400, 21210, `The source phone number provided, ${from}, is not yet verified for your account.`);
  }
  if (!isTollFree(to) && !account.countries.includes(placeOf(to).country)) {
    return refusal(400, 21215, `Account not authorized to call ${to}.`);
  }
  const instructions = readInstructions(form);
  if (isTwilioError(instructions)) return instructions;
  const hook = hookFrom(form, "StatusCallback", "StatusCallbackMethod");
  const asked = listOf(form, "StatusCallbackEvent").flatMap((events) => events.split(/[\s,]+/));
  const events = callEvents.filter((event) => asked.includes(event));
  return {
    accountSid: account.sid,
    phoneNumberSid: number.sid,
    from: number.phoneNumber,
    to,
    instructions,
    timeoutMs: Math.min(Number(textOf(form, "Timeout") ?? 60) || 60, 600) * 1_000,
    detectsMachines: ["Enable", "DetectMessageEnd"].includes(textOf(form, "MachineDetection") ?? ""),
    statusCallback: hook && { ...hook, events: events.length > 0 ? events : ["completed"] },
  };
}

/** Where a call's instructions come from: Twiml given with the request, or Url. */
export function readInstructions(form: Form): DocumentRequest | TwilioError {
  const inline = textOf(form, "Twiml");
  if (inline !== undefined) return { inline };
  const hook = hookFrom(form, "Url", "Method");
  if (!hook) return refusal(400, 21205, "Url parameter is required.");
  if (!isUrl(hook.url)) return refusal(400, 21205, `Url is not a valid URL: ${hook.url}`);
  return { kind: "voice", hook, fallback: hookFrom(form, "FallbackUrl", "FallbackMethod") };
}
