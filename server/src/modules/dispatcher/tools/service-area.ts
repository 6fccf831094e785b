import zipcodes from "zipcodes";
import type { Address } from "#understanding";

export type Reach = { zip: string | null; radiusMiles: number; allowedPrefixes: readonly string[] };
export type AreaAnswer = { area: "inside" | "outside" | "unknown"; miles: number | null };

/**
 * Whether a business serves an address: by its ZIP's prefix where prefixes are set, else by the distance between the
 * ZIPs' centroids. Without a ZIP the city is looked up in the business's state. Unknown when neither is known.
 */
export function serviceArea(reach: Reach, address: Address): AreaAnswer {
  const home = reach.zip === null ? undefined : zipcodes.lookup(reach.zip);
  const zips = zipsOf(address, home?.state);
  if (zips.length === 0) return { area: "unknown", miles: null };
  const miles = home === undefined ? null : nearest(home.zip, zips);
  const byPrefix = zips.some((zip) => reach.allowedPrefixes.some((prefix) => zip.startsWith(prefix)));
  if (byPrefix) return { area: "inside", miles };
  if (miles === null) return { area: reach.allowedPrefixes.length > 0 ? "outside" : "unknown", miles };
  return { area: miles <= reach.radiusMiles ? "inside" : "outside", miles };
}

function zipsOf(address: Address, homeState: string | undefined): string[] {
  if (address.zip !== null) return zipcodes.lookup(address.zip) === undefined ? [] : [address.zip];
  const state = address.state ?? homeState;
  if (address.city === null || state === undefined) return [];
  return zipcodes.lookupByName(address.city, state).map((place) => place.zip);
}

function nearest(home: string, zips: readonly string[]): number | null {
  const distances = zips
    .map((zip) => zipcodes.distance(home, zip))
    .filter((miles) => miles !== null && miles !== undefined);
  return distances.length === 0 ? null : Math.min(...distances);
}
