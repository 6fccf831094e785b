import { windowInWords } from "#scheduling";
import type { Address, Language } from "#understanding";
import type { World } from "./world.ts";

/** "Tuesday, March 3 between 2 PM and 4 PM" */
export function inWords(
  window: { window_start: string; window_end: string },
  { timezone }: Pick<World, "timezone">,
  language: Language,
): string {
  const moments = {
    window_start: Temporal.Instant.from(window.window_start),
    window_end: Temporal.Instant.from(window.window_end),
    timezone,
  };
  return windowInWords(moments, language);
}

/** "1420 Oak St, Apt 3B, Austin, TX 78704", of what was stated. */
export function addressInWords(address: Address): string {
  const street = [address.number, address.street].filter(Boolean).join(" ");
  const place = [address.state, address.zip].filter(Boolean).join(" ");
  const unit = address.unit === null ? null : `unit ${address.unit}`;
  return [street, unit, address.city, place].filter(Boolean).join(", ");
}
