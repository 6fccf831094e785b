import type { FastifyInstance } from "fastify";
import { type ForSale, numbersForSale } from "../../directory/inventory.ts";
import { formatNationally } from "../../directory/place.ts";
import type { World } from "../../world.ts";
import { type Form, textOf } from "../form.ts";
import { notFound } from "../problem.ts";
import { type AccountParams, refuseWith } from "../request.ts";

type CountryParams = AccountParams & { country: string };

/** Searches numbers for sale: US numbers of the fictional ranges. Source: Twilio OpenAPI, AvailablePhoneNumbers. */
export function searchRoutes(app: FastifyInstance, world: World): void {
  const search = (kind: "local" | "toll-free", query: Form): ForSale[] => {
    const isTaken = (phoneNumber: string): boolean => world.handsets.get(phoneNumber) !== undefined;
    const found = numbersForSale(world.directory, kind, isTaken).filter((number) => matches(number, query));
    return [...found.take(Math.min(Number(textOf(query, "PageSize") ?? 30) || 30, 1_000))];
  };

  for (const [noun, kind] of [
    ["Local", "local"],
    ["TollFree", "toll-free"],
  ] as const) {
    app.get<{ Params: CountryParams; Querystring: Form }>(
      `/AvailablePhoneNumbers/:country/${noun}.json`,
      async (request, reply) => {
        const { accountSid, country } = request.params;
        if (country !== "US") return refuseWith(reply, notFound(request.url));
        return {
          available_phone_numbers: search(kind, request.query).map(availableResource),
          uri: `/2010-04-01/Accounts/${accountSid}/AvailablePhoneNumbers/${country}/${noun}.json`,
        };
      },
    );
  }
}

const availableResource = ({ phoneNumber, area }: ForSale) => ({
  address_requirements: "none",
  beta: false,
  capabilities: { voice: true, SMS: true, MMS: true, fax: false },
  friendly_name: formatNationally(phoneNumber),
  iso_country: "US",
  lata: null,
  latitude: area?.latitude.toFixed(6) ?? null,
  locality: area?.city ?? null,
  longitude: area?.longitude.toFixed(6) ?? null,
  phone_number: phoneNumber,
  postal_code: area?.zip ?? null,
  rate_center: area?.city.toUpperCase() ?? null,
  region: area?.state ?? null,
});

function matches({ phoneNumber, area }: ForSale, query: Form): boolean {
  const isAsked = (name: string, value: string | undefined): boolean =>
    (textOf(query, name) ?? value)?.toLowerCase() === value?.toLowerCase();
  return (
    isAsked("AreaCode", phoneNumber.slice(2, 5)) &&
    isAsked("InRegion", area?.state) &&
    isAsked("InLocality", area?.city) &&
    isAsked("InPostalCode", area?.zip) &&
    containsPattern(phoneNumber, textOf(query, "Contains")) &&
    isNear({ phoneNumber, area }, textOf(query, "NearLatLong"), Number(textOf(query, "Distance") ?? 25))
  );
}

/** `Contains`: digits, letters as on a keypad, `*` for any digit, anywhere in the number. */
function containsPattern(phoneNumber: string, pattern: string | undefined): boolean {
  if (!pattern) return true;
  const keypad = "22233344455566677778889999";
  const digits = pattern
    .toUpperCase()
    .replace(/[A-Z]/g, (letter) => keypad[letter.charCodeAt(0) - 65] ?? "")
    .replace(/[^\d*]/g, "");
  return new RegExp(digits.replaceAll("*", "\\d")).test(phoneNumber);
}

const EARTH_RADIUS_MILES = 3_958.8;

/** Within `Distance` miles (haversine formula). */
function isNear({ area }: ForSale, nearLatLong: string | undefined, miles: number): boolean {
  if (!nearLatLong) return true;
  const [latitude, longitude] = nearLatLong.split(",").map((degrees) => (Number(degrees) * Math.PI) / 180);
  if (!area || latitude === undefined || longitude === undefined) return false;
  const [areaLatitude, areaLongitude] = [(area.latitude * Math.PI) / 180, (area.longitude * Math.PI) / 180];
  const half =
    Math.sin((areaLatitude - latitude) / 2) ** 2 +
    Math.cos(latitude) * Math.cos(areaLatitude) * Math.sin((areaLongitude - longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(half)) <= miles;
}
