import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { areaCodes } from "./area-codes.ts";

/** Where a number is at home, in the words of Twilio's webhooks; empty strings where the carrier does not know. */
export interface Place {
  city: string;
  state: string;
  zip: string;
  country: string;
}

const nowhere: Place = { city: "", state: "", zip: "", country: "" };

/** The place that the numbering plan gives a number: area code for North America, the country elsewhere. */
export function placeOf(number: string): Place {
  const country = parsePhoneNumberFromString(number)?.country;
  if (!country) return nowhere;
  const area = number.startsWith("+1") ? areaCodes[number.slice(2, 5)] : undefined;
  if (!area) return { ...nowhere, country };
  return { city: area.city.toUpperCase(), state: area.state, zip: area.zip, country };
}

/** E.164 of a number as a person or a program writes it, read as US when it has no country code; undefined when it is none. */
export function toE164(written: string): string | undefined {
  const parsed = parsePhoneNumberFromString(written, "US");
  return parsed?.isPossible() ? parsed.number : undefined;
}

const tollFree = /^\+1(800|833|844|855|866|877|888)\d{7}$/;
export const isTollFree = (number: string): boolean => tollFree.test(number);

/** "(415) 555-0100", or the number itself when it cannot be read. */
export const formatNationally = (number: string): string =>
  parsePhoneNumberFromString(number)?.formatNational() ?? number;
