import { findZip, milesBetween, type ZipPlace, zipsNamed } from "#platform/values/zip.ts";
import type { Address } from "#understanding";

export type Reach = {
  zip: string | null;
  radiusMiles: number;
  allowedPrefixes: readonly string[];
  /** The customer was asked for the ZIP: what is known now is all that will be. */
  zipWasAsked: boolean;
};
export type AreaAnswer = { area: "inside" | "outside" | "unknown"; miles: number | null };

const UNKNOWN: AreaAnswer = { area: "unknown", miles: null };

/**
 * Whether a business serves an address: by its ZIP's prefix where prefixes are set, else by the distance between the
 * ZIPs' centroids. Without a ZIP every city of the name counts: one within reach is the one meant; a name that only other
 * states know may be a neighbourhood's too, and is taken for theirs only when no ZIP is to be had.
 */
export function serviceArea(reach: Reach, address: Address): AreaAnswer {
  const home = reach.zip === null ? null : findZip(reach.zip);
  const place = address.zip === null ? null : findZip(address.zip);
  if (place !== null) return reached(reach, home, [place]);
  if (address.city === null) return UNKNOWN;
  const state = address.state;
  const named = zipsNamed(address.city).filter((one) => state === null || one.state === state);
  const answer = reached(reach, home, named);
  if (answer.area !== "outside" || state !== null) return answer;
  const isNearby = named.some((one) => one.state === home?.state);
  return isNearby || reach.zipWasAsked ? answer : UNKNOWN;
}

function reached(
  { radiusMiles, allowedPrefixes }: Reach,
  home: ZipPlace | null,
  places: readonly ZipPlace[],
): AreaAnswer {
  if (places.length === 0) return UNKNOWN;
  const miles = home === null ? null : Math.min(...places.map((place) => milesBetween(home, place)));
  if (places.some(({ zip }) => allowedPrefixes.some((prefix) => zip.startsWith(prefix))))
    return { area: "inside", miles };
  if (miles === null) return { area: allowedPrefixes.length > 0 ? "outside" : "unknown", miles };
  return { area: miles <= radiusMiles ? "inside" : "outside", miles };
}
