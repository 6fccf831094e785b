import { expect, it } from "vitest";
import { endsWithin, within } from "./ends-within.ts";

it("tells whether work ends in time, and does not wait for what does not", async () => {
  expect(await endsWithin(60_000, Promise.resolve())).toBe(true);
  expect(await endsWithin(10, new Promise(() => undefined))).toBe(false);
});

it("gives what comes of work in time, or nothing", async () => {
  expect(await within(60_000, Promise.resolve("lit"))).toBe("lit");
  expect(await within(10, new Promise(() => undefined))).toBeNull();
});

it("passes on what goes wrong", async () => {
  await expect(endsWithin(60_000, Promise.reject(new Error("The lamp is out.")))).rejects.toThrow("The lamp is out.");
});
