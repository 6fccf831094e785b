/**
 * Where a request to Twilio goes when a simulator takes Twilio's place: `https://api.twilio.com/x` becomes `{base}/api/x`,
 * `https://lookups.twilio.com/x` becomes `{base}/lookups/x`, and so on for every sub-domain. Addresses that are not
 * Twilio's stay as they are. `base` has no slash at the end.
 */
export function twilioUrl(base: string, url: string): string {
  const { hostname, pathname, search } = new URL(url);
  const subdomain = /^([a-z]+)(\..+)?\.twilio\.com$/.exec(hostname)?.[1];
  return subdomain === undefined ? url : `${base}/${subdomain}${pathname}${search}`;
}
