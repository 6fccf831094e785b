import twilio, { type Twilio } from "twilio";
import { twilioUrl } from "../rest/twilio-url.ts";

/** The official client, talking to the simulator at `base`. */
export function twilioClient(account: { sid: string; authToken: string }, base: string): Twilio {
  const httpClient = new twilio.RequestClient();
  const request = httpClient.request.bind(httpClient);
  httpClient.request = (options) => request({ ...options, uri: twilioUrl(base, options.uri) });
  return twilio(account.sid, account.authToken, { httpClient });
}
