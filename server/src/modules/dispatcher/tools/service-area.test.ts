import { describe, expect, it } from "vitest";
import type { Address } from "#understanding";
import { serviceArea } from "./service-area.ts";

const AUSTIN = { zip: "78704", radiusMiles: 25, allowedPrefixes: [], zipWasAsked: false };
const at = (place: Partial<Address>): Address => ({
  number: null,
  street: null,
  unit: null,
  city: null,
  state: null,
  zip: null,
  ...place,
});

describe("the service area", () => {
  it("goes by the distance between ZIPs", () => {
    expect(serviceArea(AUSTIN, at({ zip: "78751" }))).toMatchObject({ area: "inside" });
    expect(serviceArea(AUSTIN, at({ zip: "75202" }))).toMatchObject({ area: "outside" });
  });

  it("finds a city without a ZIP, near or far", () => {
    expect(serviceArea(AUSTIN, at({ city: "Round Rock" })).area).toBe("inside");
    expect(serviceArea(AUSTIN, at({ city: "Dallas" })).area).toBe("outside");
    expect(serviceArea(AUSTIN, at({ city: "ft. worth" })).area).toBe("outside");
  });

  it("asks before it takes a name for a city of another state", () => {
    expect(serviceArea(AUSTIN, at({ city: "Brooklyn" })).area).toBe("unknown");
    expect(serviceArea({ ...AUSTIN, zipWasAsked: true }, at({ city: "Brooklyn" })).area).toBe("outside");
    expect(serviceArea(AUSTIN, at({ city: "Brooklyn", state: "NY" })).area).toBe("outside");
  });

  it("serves a city across the state line", () => {
    const kansasCity = { ...AUSTIN, zip: "66101" };
    expect(serviceArea(kansasCity, at({ city: "Independence" })).area).toBe("inside");
  });

  it("serves the ZIPs that are set, wherever they are", () => {
    expect(serviceArea({ ...AUSTIN, allowedPrefixes: ["752"] }, at({ zip: "75202" })).area).toBe("inside");
    expect(serviceArea({ ...AUSTIN, zip: null, allowedPrefixes: ["752"] }, at({ zip: "78751" })).area).toBe("outside");
  });

  it("does not know what was not said", () => {
    expect(serviceArea(AUSTIN, at({ street: "Oak St" }))).toEqual({ area: "unknown", miles: null });
    expect(serviceArea({ ...AUSTIN, zip: null }, at({ zip: "78751" })).area).toBe("unknown");
    expect(serviceArea(AUSTIN, at({ city: "Hogsmeade" })).area).toBe("unknown");
  });
});
