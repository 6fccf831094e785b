import { findZip, milesBetween, type ZipPlace, zipsOfCity } from "#platform/values/zip.ts";
import type { Address } from "#understanding";

export type Reach = { zip: string | null; radiusMiles: number; allowedPrefixes: readonly string[] };
export type AreaAnswer = { area: "inside" | "outside" | "unknown"; miles: number | null };

/**
 * Whether a business serves an address: by its ZIP's prefix where prefixes are set, else by the distance between the
 * ZIPs' centroids. Without a ZIP the city is looked up, in the business's state unless another is named. Unknown when
 * neither is known.
 */
export function serviceArea(reach: Reach, address: Address): AreaAnswer {
  const home = reach.zip === null ? null : findZip(reach.zip);
  const places = placesOf(address, home?.state);
  if (places.length === 0) return { area: "unknown", miles: null };
  const miles = home === null ? null : Math.min(...places.map((place) => milesBetween(home, place)));
  const byPrefix = places.some(({ zip }) => reach.allowedPrefixes.some((prefix) => zip.startsWith(prefix)));
  if (byPrefix) return { area: "inside", miles };
  if (miles === null) return { area: reach.allowedPrefixes.length > 0 ? "outside" : "unknown", miles };
  return { area: miles <= reach.radiusMiles ? "inside" : "outside", miles };
}

function placesOf(address: Address, homeState: string | undefined): ZipPlace[] {
  const place = address.zip === null ? null : findZip(address.zip);
  if (place !== null) return [place];
  const state = address.state ?? homeState;
  if (address.city === null || state === undefined) return [];
  return zipsOfCity(address.city, state);
}
