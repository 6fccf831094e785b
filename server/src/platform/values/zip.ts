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
  codes: Record<string, { city: string }>;
  states: { full: Record<string, string>; abbr: Record<string, string> };
};
// CommonJS without types: loaded here once and read through a schema.
const zipcodes: Zipcodes = createRequire(import.meta.url)("zipcodes");

/** The place of a five-digit US ZIP code, or null when there is none. */
export function findZip(zip: string): ZipPlace | null {
  return zipcodesPlace.safeParse(zipcodes.lookup(zip)).data ?? null;
}

/** Every ZIP of all cities of this name, whatever their state. */
export function zipsNamed(city: string): ZipPlace[] {
  zipsByCity ??= Map.groupBy(Object.entries(zipcodes.codes), ([, place]) => cityKey(place.city));
  const entries = zipsByCity.get(cityKey(city)) ?? [];
  return entries.flatMap(([zip]) => findZip(zip) ?? []);
}

let zipsByCity: Map<string, [string, { city: string }][]> | null = null;

const SHORT_NAMES: Record<string, string> = {
  ft: "fort",
  st: "saint",
  mt: "mount",
  n: "north",
  s: "south",
  e: "east",
  w: "west",
};

/** "Ft. Worth" and "Fort Worth" are one city. */
function cityKey(city: string): string {
  const words = city
    .toLowerCase()
    .replaceAll(/[^\p{L} ]/gu, "")
    .trim()
    .split(/ +/);
  return words.map((word) => SHORT_NAMES[word] ?? word).join(" ");
}

/** The two-letter code of a state by its name or code, or null: "Texas", "TX". */
export function readState(words: string): string | null {
  const name = words.trim().toUpperCase();
  return zipcodes.states.full[name] ?? (name in zipcodes.states.abbr ? name : null);
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
