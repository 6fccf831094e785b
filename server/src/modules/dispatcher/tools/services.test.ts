import { describe, expect, it } from "vitest";
import type { Trade } from "#understanding";
import { SERVICES } from "./service-list.ts";
import { namesService, serviceFor } from "./services.ts";

describe("the kind of a job", () => {
  it.each<[Trade, string, string]>([
    ["plumbing", "my water heater is leaking", "water heater repair"],
    ["plumbing", "el desagüe está tapado", "drain cleaning"],
    ["plumbing", "the tap drips", "faucet repair"],
    ["electrical", "an outlet is dead", "outlet repair"],
    ["hvac", "the AC died", "air conditioning repair"],
    ["locksmith", "I'm locked out of my house", "lockout service"],
    ["garage_door", "spring snapped", "garage door spring repair"],
    ["clinic", "a cleaning please", "cleaning"],
    ["plumbing", "something odd", "plumbing visit"],
  ])("%s: %s", (trade, words, service) => expect(serviceFor(words, trade).name.en).toBe(service));

  it("is one of the business's own trade", () => {
    expect(serviceFor("the AC died", "plumbing").name.en).toBe("plumbing visit");
    expect(namesService("the AC died", "plumbing")).toBe(false);
    expect(namesService("the AC died", null)).toBe(false);
  });

  it("takes some hours, the fewest first", () => {
    for (const { hours } of SERVICES) expect(hours.low).toBeLessThanOrEqual(hours.high);
  });
});
