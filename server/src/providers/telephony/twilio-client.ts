import { twilioUrl } from "@nevermisscall/simulator";
import twilio, { type Twilio } from "twilio";
import type { TelephonyAccount } from "./port.ts";

/** The carrier answers in well under a second; what takes longer is an unknown outcome. */
const TIMEOUT_MS = 8000;

/** Makes official clients, one an account, for Twilio itself or for whatever speaks its API at `baseUrl`. */
export function twilioClients(baseUrl: string | null): (account: TelephonyAccount) => Twilio {
  const clients = new Map<string, Twilio>();
  return ({ accountSid, authToken }) => {
    const key = `${accountSid}:${authToken}`;
    const known = clients.get(key);
    if (known !== undefined) return known;
    const client = twilio(accountSid, authToken, { httpClient: httpClient(baseUrl), autoRetry: false });
    clients.set(key, client);
    return client;
  };
}

function httpClient(baseUrl: string | null) {
  const client = new twilio.RequestClient({ timeout: TIMEOUT_MS, keepAlive: true, maxSockets: 20 });
  if (baseUrl === null) return client;
  const request = client.request.bind(client);
  client.request = (options) => request({ ...options, uri: twilioUrl(baseUrl, options.uri) });
  return client;
}
