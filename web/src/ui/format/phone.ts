import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** "(512) 555-0148" for a number of the United States, international form for others, the words themselves for none. */
export function nationalPhone(phone: string): string {
  const parsed = parsePhoneNumberFromString(phone);
  if (!parsed) return phone;
  return parsed.countryCallingCode === "1" ? parsed.formatNational() : parsed.formatInternational();
}

/** E.164 of what somebody typed, read as a number of the United States unless it begins with "+"; null when it is none. */
export function typedPhone(typed: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, "US");
  return parsed?.isPossible() ? parsed.number : null;
}
