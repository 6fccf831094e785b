import { twilioUrl } from "@nevermisscall/simulator";
import type { TelephonyAccount } from "./port.ts";

/** Twilio's limit for a message's media. */
const MOST_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 3;

/** Twilio answers a request for media with a redirect to where it keeps the file. */
const STORAGE = /^https:\/\/([a-z0-9-]+\.)*(twiliocdn\.com|s3[a-z0-9.-]*\.amazonaws\.com)\//;
const CARRIER = /^https:\/\/([a-z0-9-]+\.)?twilio\.com\//;

/**
 * Fetches a photo from the carrier. The account's password is sent to the carrier's own host only, and redirects are
 * followed to its storage only: an address in a webhook opens no door to other machines.
 * @throws when an address is not the carrier's, the answer is no file, or it is larger than 5 MB.
 */
export async function fetchMedia(
  baseUrl: string | null,
  account: TelephonyAccount,
  url: string,
): Promise<{ contentType: string; bytes: Buffer }> {
  const deadline = AbortSignal.timeout(TIMEOUT_MS);
  let address = baseUrl === null ? url : twilioUrl(baseUrl, url);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const headers = headersFor(address, baseUrl, account);
    const answer = await fetch(address, { headers, redirect: "manual", signal: deadline });
    const elsewhere = answer.headers.get("location");
    if (answer.status >= 300 && answer.status < 400 && elsewhere !== null) {
      await answer.body?.cancel();
      address = new URL(elsewhere, address).href;
      continue;
    }
    if (!answer.ok || answer.body === null)
      throw new Error(`The carrier answered ${answer.status} instead of the photo.`);
    const contentType = answer.headers.get("content-type") ?? "application/octet-stream";
    return { contentType, bytes: await readAtMost(answer.body) };
  }
  throw new Error("The carrier sends from one address to the next instead of the photo.");
}

function headersFor(address: string, baseUrl: string | null, account: TelephonyAccount): Record<string, string> {
  if (isCarriers(address, baseUrl)) {
    const credentials = Buffer.from(`${account.accountSid}:${account.authToken}`).toString("base64");
    return { authorization: `Basic ${credentials}` };
  }
  if (STORAGE.test(address)) return {};
  throw new Error("The photo's address is not the carrier's.");
}

function isCarriers(address: string, baseUrl: string | null): boolean {
  return baseUrl === null ? CARRIER.test(address) : address.startsWith(`${baseUrl}/`);
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
