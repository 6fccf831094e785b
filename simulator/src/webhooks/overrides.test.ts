import { expect, it } from "vitest";
import { readConnectionOverrides } from "./overrides.ts";

it("has Twilio's defaults without a fragment", () => {
  expect(readConnectionOverrides("https://a.test/x")).toEqual({
    connectTimeoutMs: 5_000,
    readTimeoutMs: 15_000,
    totalTimeMs: 15_000,
    retryCount: 1,
    retryOn: new Set(["ct"]),
  });
});

it("reads what the fragment asks for and keeps it in range", () => {
  const overrides = readConnectionOverrides("https://a.test/x?y=1#rc=9&rp=all&rt=4000&tt=99999&ct=1");
  expect(overrides).toEqual({
    connectTimeoutMs: 100,
    readTimeoutMs: 4_000,
    totalTimeMs: 15_000,
    retryCount: 5,
    retryOn: new Set(["4xx", "5xx", "ct", "rt"]),
  });
  expect(readConnectionOverrides("https://a.test/#rc=x&rp=5xx,rt").retryOn).toEqual(new Set(["5xx", "rt"]));
  expect(readConnectionOverrides("https://a.test/#rc=x").retryCount).toBe(1);
});
