import { twilioUrl } from "@nevermisscall/simulator";
import type { TelephonyAccount } from "./port.ts";

/** Twilio's limit for a message's media. */
const MOST_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

/**
 * Fetches a photo from the carrier. The account's password is sent to the carrier's own host only; a redirect to its
 * storage is followed without it.
 * @throws when the address is not the carrier's, the answer is no media, or it is too large.
 */
export async function fetchMedia(
  baseUrl: string | null,
  account: TelephonyAccount,
  url: string,
): Promise<{ contentType: string; bytes: Buffer }> {
  const address = baseUrl === null ? url : twilioUrl(baseUrl, url);
  if (!isCarriers(address, baseUrl)) throw new Error("The photo's address is not the carrier's.");
  const authorization = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString("base64")}`;
  const answer = await fetch(address, { headers: { authorization }, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok || answer.body === null)
    throw new Error(`The carrier answered ${answer.status} instead of the photo.`);
  return {
    contentType: answer.headers.get("content-type") ?? "application/octet-stream",
    bytes: await readAtMost(answer.body),
  };
}

function isCarriers(address: string, baseUrl: string | null): boolean {
  if (baseUrl !== null) return new URL(address).origin === new URL(baseUrl).origin;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" && (hostname === "api.twilio.com" || hostname.endsWith(".twilio.com"));
}

async function readAtMost(body: ReadableStream<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error("The photo is larger than 5 MB.");
    parts.push(part);
  }
  return Buffer.concat(parts);
}
