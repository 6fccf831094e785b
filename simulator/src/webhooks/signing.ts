import twilio from "twilio";

export type Parameters = Record<string, string>;

/** A webhook as it goes over the wire. */
export interface SignedRequest {
  url: string;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body: string | undefined;
}

/** Twilio signs the URL without its fragment, which never leaves the sender. */
export const withoutFragment = (url: string): string => url.split("#", 1)[0] as string;

/** Appends the parameters to the query, as Twilio does for webhooks by GET. */
function withQuery(url: string, params: Parameters): string {
  const query = new URLSearchParams(params).toString();
  return query === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${query}`;
}

/**
 * Signs and encodes a webhook. By POST the parameters are in the form and in the signature; by GET they are part of the URL.
 * Source of the headers: twilio-labs/plugin-webhook; of the signature: the `twilio` package.
 */
export function signRequest(
  authToken: string,
  method: "GET" | "POST",
  url: string,
  params: Parameters,
  idempotencyToken: string,
): SignedRequest {
  const target = method === "GET" ? withQuery(withoutFragment(url), params) : withoutFragment(url);
  const signed = method === "GET" ? {} : params;
  return {
    url: target,
    method,
    headers: {
      Accept: "*/*",
      "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
      "I-Twilio-Idempotency-Token": idempotencyToken,
      "User-Agent": "TwilioProxy/1.1",
      "X-Home-Region": "us1",
      "X-Twilio-Signature": twilio.getExpectedTwilioSignature(authToken, target, signed),
    },
    body: method === "GET" ? undefined : new URLSearchParams(params).toString(),
  };
}
