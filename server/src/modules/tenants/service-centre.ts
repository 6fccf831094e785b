import { Refused } from "#platform/http/problem.ts";
import { findZip } from "#platform/values/zip.ts";
import { UNKNOWN_ZIP } from "./errors.ts";
import type { Business } from "./schema.ts";

/** Where a business's ZIP code puts the centre of its service area. @throws Refused unknown_zip. */
export function serviceCentre(zip: string | null): Pick<Business, "business_latitude" | "business_longitude"> {
  if (zip === null) return { business_latitude: null, business_longitude: null };
  const place = findZip(zip);
  if (place === null) throw new Refused(UNKNOWN_ZIP);
  return { business_latitude: place.latitude, business_longitude: place.longitude };
}
