import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * Caller ids that carriers send when the number is withheld: the words, and the digits that spell RESTRICTED, ANONYMOUS,
 * BLOCKED, UNKNOWN and UNAVAILABLE on a keypad (Twilio: "Why am I getting calls from these strange numbers?").
 */
const WITHHELD = new Set([
  "anonymous",
  "restricted",
  "blocked",
  "unknown",
  "unavailable",
  "private",
  "+266696687",
  "266696687",
  "+7378742833",
  "7378742833",
  "+2562533",
  "2562533",
  "+8656696",
  "8656696",
  "+86282452253",
  "86282452253",
  "",
]);

/** The number in E.164, or null when it is none or withheld. National formats are read in `country`. */
export function readPhone(text: string, country: CountryCode = "US"): string | null {
  if (isWithheld(text)) return null;
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed?.isValid() === true ? parsed.number : null;
}

export function isWithheld(text: string): boolean {
  return WITHHELD.has(text.trim().toLowerCase());
}

/** As people of the number's own country write it: (512) 555-0142. */
export function formatNational(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatNational() ?? phone;
}
