import { twilioUrl } from "@nevermisscall/simulator";
import twilio, { type Twilio } from "twilio";
import type { TelephonyAccount } from "./port.ts";

/** Makes official clients, one an account, for Twilio itself or for whatever speaks its API at `baseUrl`. */
export function twilioClients(baseUrl: string | null, timeoutMs: number): (account: TelephonyAccount) => Twilio {
  const clients = new Map<string, Twilio>();
  return ({ accountSid, authToken }) => {
    const key = `${accountSid}:${authToken}`;
    const known = clients.get(key);
    if (known !== undefined) return known;
    const client = twilio(accountSid, authToken, { httpClient: httpClient(baseUrl, timeoutMs), autoRetry: false });
    clients.set(key, client);
    return client;
  };
}

function httpClient(baseUrl: string | null, timeout: number) {
  const client = new twilio.RequestClient({ timeout, keepAlive: true, maxSockets: 20 });
  if (baseUrl === null) return client;
  const request = client.request.bind(client);
  client.request = (options) => request({ ...options, uri: twilioUrl(baseUrl, options.uri) });
  return client;
}
