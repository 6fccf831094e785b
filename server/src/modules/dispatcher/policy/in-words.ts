import { dayInWords, windowInWords } from "#scheduling";
import type { Address, Language } from "#understanding";
import type { Estimate } from "../tools/estimate.ts";
import { isOnSite } from "../tools/trade.ts";
import type { World } from "./world.ts";

/** "Tuesday, March 3 between 2 PM and 4 PM"; where the customer comes to the business, the hour alone. */
export function inWords(
  window: { window_start: string; window_end: string },
  { timezone, business }: Pick<World, "timezone" | "business">,
  language: Language,
): string {
  const until = isOnSite(business.trade) ? window.window_end : window.window_start;
  const moments = {
    window_start: Temporal.Instant.from(window.window_start),
    window_end: Temporal.Instant.from(until),
    timezone,
  };
  return windowInWords(moments, language);
}

/** "Tuesday, March 3" */
export function dateInWords(date: string, { timezone }: Pick<World, "timezone">, language: Language): string {
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: timezone, plainTime: "12:00" });
  return dayInWords(noon.toInstant(), timezone, language);
}

/** "1420 Oak St, unit 3B, Austin, TX 78704", of what was stated. */
export function addressInWords(address: Address, language: Language = "en"): string {
  const street = [address.number, address.street].filter(Boolean).join(" ");
  const place = [address.state, address.zip].filter(Boolean).join(" ");
  const unit = address.unit === null ? null : `${language === "en" ? "unit" : "apto."} ${address.unit}`;
  return [street, unit, address.city, place].filter(Boolean).join(", ");
}

/** "$150 to $255", or "$150" when there is no range. */
export function rangeInWords({ low, high, currency }: Estimate, language: Language): string {
  const range = [...new Set([low, high])].map((amount) => moneyInWords(amount, currency, language));
  return range.join(language === "en" ? " to " : " a ");
}

/** "$75", "$2.50" */
export function moneyInWords(amount: number, currency: string, language: Language): string {
  const locale = language === "en" ? "en-US" : "es-US";
  const digits = Number.isInteger(amount) ? 0 : 2;
  return amount.toLocaleString(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
