import twilio from "twilio";

/** A webhook as it was signed: the URL under our public address, the form's parameters, and the raw body. */
export type SignedRequest = {
  /** Every token that is valid now: the current one and, while it is rotated, the one before. */
  authTokens: readonly string[];
  url: string;
  params: Record<string, string | string[]>;
  signature: string;
  rawBody: Buffer;
};

/**
 * Whether the carrier signed this request (Twilio: "Validating signatures from Twilio"): HMAC-SHA1 over the URL and the
 * sorted parameters; for JSON over the URL alone, whose bodySHA256 must be the body's.
 */
export function verifySignature({ authTokens, url, params, signature, rawBody }: SignedRequest): boolean {
  if (!URL.canParse(url)) return false;
  const signsBody = url.includes("bodySHA256") && new URL(url).searchParams.has("bodySHA256");
  return authTokens.some((token) =>
    signsBody
      ? twilio.validateRequestWithBody(token, signature, url, rawBody.toString("utf8"))
      : twilio.validateRequest(token, signature, url, params),
  );
}
