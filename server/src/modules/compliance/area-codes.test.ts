import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AREA_CODES_FILE, areaCodesFile, readPlan } from "../../../../tools/gen/area-codes.ts";
import { AREA_CODES_OF_REGION, AREA_CODES_OF_ZONE } from "./area-codes.generated.ts";

const material = process.env["NMC_MATERIAL"];

describe("the table of area codes", () => {
  test("every area code of a state has a zone", () => {
    const zoned = new Set(Object.values(AREA_CODES_OF_ZONE).flatMap((areaCodes) => areaCodes.split(" ")));
    const regional = Object.values(AREA_CODES_OF_REGION).flatMap((areaCodes) => areaCodes.split(" "));
    expect(regional.filter((areaCode) => !zoned.has(areaCode))).toEqual([]);
  });

  test.runIf(material !== undefined)("is what libphonenumber's resources say", () => {
    expect(readFileSync(AREA_CODES_FILE, "utf8")).toBe(areaCodesFile(readPlan(join(String(material), "phone"))));
  });
});
