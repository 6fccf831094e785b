import twilio from "twilio";
import { hookPath, type Line } from "./town.ts";

/** A webhook as it goes over the wire, by POST. */
export type SignedWebhook = { path: string; headers: Record<string, string>; body: string };

/** @param publicUrl the server's address as the carrier knows it: what it signs. */
export function signWebhook(
  line: Line,
  publicUrl: string,
  topic: string,
  params: Record<string, string>,
  authToken = line.authToken,
): SignedWebhook {
  const path = hookPath(line, topic);
  return {
    path,
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "user-agent": "TwilioProxy/1.1",
      "x-twilio-signature": twilio.getExpectedTwilioSignature(authToken, `${publicUrl}${path}`, params),
    },
    body: new URLSearchParams(params).toString(),
  };
}
