import { refusal, type TwilioError } from "../problem.ts";

/** Numbers that always fail in a known way. Source: Twilio, "Test credentials". */
const failingRecipients: Readonly<Record<string, TwilioError>> = {
  "+15005550001": refusal(400, 21211, "Invalid 'To' Phone Number: +15005550001"),
  "+15005550002": refusal(
    400,
    21612,
    "The 'To' phone number +15005550002 is not currently reachable using the 'From' phone number",
  ),
  "+15005550003": refusal(
    400,
    21408,
    "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: +15005550003",
  ),
  "+15005550004": refusal(400, 21610, "Attempt to send to unsubscribed recipient"),
  "+15005550009": refusal(400, 21614, "'To' number +15005550009 is not a valid mobile number"),
};

const failingSenders: Readonly<Record<string, TwilioError>> = {
  "+15005550001": refusal(400, 21212, "Invalid From Number (caller ID): +15005550001"),
  "+15005550007": refusal(
    400,
    21606,
    "The 'From' phone number +15005550007 is not a valid, SMS-capable inbound phone number for your account.",
  ),
  "+15005550008": refusal(400, 21611, "This 'From' number has exceeded the maximum number of queued messages"),
};

/** The refusal that one of Twilio's test numbers provokes, if either is one. */
export const testNumberError = (to: string, from: string): TwilioError | undefined =>
  failingRecipients[to] ?? failingSenders[from];
