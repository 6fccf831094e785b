import { AREA_CODES_OF_REGION, AREA_CODES_OF_ZONE } from "./area-codes.generated.ts";

/** Every zone of the fifty states: where somebody may be whose number tells nothing. */
const ALL_US_ZONES = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
];

const zonesOfAreaCode = invert(AREA_CODES_OF_ZONE);
const regionsOfAreaCode = invert(AREA_CODES_OF_REGION);

function invert(table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const inverse = new Map<string, string[]>();
  for (const [name, areaCodes] of Object.entries(table))
    for (const areaCode of areaCodes.split(" ")) inverse.set(areaCode, [...(inverse.get(areaCode) ?? []), name]);
  return inverse;
}

/**
 * The IANA zones in which the owner of a number may live, never none: those of its area code, or all of the United States
 * for a number whose area code tells nothing.
 */
export function zonesOfPhone(phone: string): readonly string[] {
  return zonesOfAreaCode.get(areaCodeOf(phone)) ?? ALL_US_ZONES;
}

/** The state or province of a number's area code; null when it tells nothing. */
export function regionOfPhone(phone: string): string | null {
  return regionsOfAreaCode.get(areaCodeOf(phone))?.[0] ?? null;
}

/** "512" of "+15125550142"; empty outside the North American Numbering Plan. */
function areaCodeOf(phone: string): string {
  return /^\+1(\d{3})\d{7}$/.exec(phone)?.[1] ?? "";
}
