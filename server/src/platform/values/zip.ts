import { createRequire } from "node:module";
import { z } from "zod";

/** A ZIP code's place: the centroid of its area. Distances are in miles. */
export type ZipPlace = { zip: string; latitude: number; longitude: number; city: string; state: string };

const zipcodesPlace = z.object({
  zip: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  city: z.string(),
  state: z.string(),
});

/** The package ships no types; these are the parts of it that we use. */
type Zipcodes = {
  lookup(zip: string): unknown;
  lookupByName(city: string, state: string): unknown[];
};
// CommonJS without types: loaded here once and read through a schema.
const zipcodes: Zipcodes = createRequire(import.meta.url)("zipcodes");

/** The place of a five-digit US ZIP code, or null when there is none. */
export function findZip(zip: string): ZipPlace | null {
  return zipcodesPlace.safeParse(zipcodes.lookup(zip)).data ?? null;
}

/** Every ZIP of a city; `state` is a two-letter code. */
export function zipsOfCity(city: string, state: string): ZipPlace[] {
  return zipcodes.lookupByName(city, state).flatMap((place) => zipcodesPlace.safeParse(place).data ?? []);
}

const EARTH_RADIUS_MILES = 3958.8;

/** Great-circle distance in miles (haversine formula). */
export function milesBetween(
  one: Pick<ZipPlace, "latitude" | "longitude">,
  other: Pick<ZipPlace, "latitude" | "longitude">,
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * half(one.longitude, other.longitude);
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(chord));
}
