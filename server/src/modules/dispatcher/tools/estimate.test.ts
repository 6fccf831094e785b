import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { USUAL_SETTINGS } from "../testing/house.ts";
import { estimate } from "./estimate.ts";

const TWO_TO_THREE = { low: 2, high: 3 };

describe("an estimate", () => {
  it("is the hours at the rate, with travel by the mile", () => {
    expect(estimate(USUAL_SETTINGS, { hours: TWO_TO_THREE, miles: 10 }, "normal")).toMatchObject({
      low: 195, // 2 h x 85 + 10 miles x 2.50
      high: 280,
      factor: 1,
      travel: "included",
      diagnosticFee: 75,
    });
  });

  it("is never less than the minimum charge", () => {
    expect(estimate(USUAL_SETTINGS, { hours: { low: 1, high: 1 }, miles: 0 }, "normal")).toMatchObject({
      low: 150,
      high: 150,
    });
  });

  it("multiplies labor and not travel outside the hours", () => {
    expect(estimate(USUAL_SETTINGS, { hours: TWO_TO_THREE, miles: 10 }, "night")).toMatchObject({
      low: Math.round(170 * 2.75 + 25),
      high: Math.round(255 * 2.75 + 25),
      factor: 2.75,
    });
  });

  it("leaves travel out while the place is unknown, and says so", () => {
    expect(estimate(USUAL_SETTINGS, { hours: TWO_TO_THREE, miles: null }, "normal")).toMatchObject({
      low: 170,
      travel: "by_the_mile",
    });
    const free = { ...USUAL_SETTINGS, travel_fee_enabled: false };
    expect(estimate(free, { hours: TWO_TO_THREE, miles: 30 }, "normal")).toMatchObject({ low: 170, travel: "free" });
  });

  it("is a range in order, whatever the rates", () => {
    const amount = fc.integer({ min: 0, max: 500_00 }).map((cents) => (cents / 100).toFixed(2));
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.option(fc.nat(200)),
        (base_hourly_rate, minimum_charge, travel_fee_per_mile, miles) => {
          const rates = { ...USUAL_SETTINGS, base_hourly_rate, minimum_charge, travel_fee_per_mile };
          const { low, high } = estimate(rates, { hours: TWO_TO_THREE, miles }, "evening");
          expect(low).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(Math.floor(Number(minimum_charge)));
        },
      ),
    );
  });
});
