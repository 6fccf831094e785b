import { describe, expect, it } from "vitest";
import { createHold } from "./hold.ts";

describe("what the front door holds", () => {
  it.each([
    ["requests", { requests: 2, bytes: 1_000 }],
    ["bytes", { requests: 100, bytes: 20 }],
  ])("is bounded in %s, and takes in again when some are done", async (_unit, most) => {
    const hold = createHold(most);
    const { promise, resolve } = Promise.withResolvers<string>();
    const held = [1, 2].map(() => hold.keep(10, () => promise));
    expect([hold.inHand(), hold.isFull()]).toEqual([2, true]);
    await expect(hold.keep(10, async () => "third")).rejects.toThrow("Send it again.");
    resolve("done");
    expect(await Promise.all(held)).toEqual(["done", "done"]);
    expect([hold.inHand(), hold.isFull()]).toEqual([0, false]);
  });

  it("lets go of what fails", async () => {
    const hold = createHold({ requests: 1, bytes: 1_000 });
    await expect(hold.keep(10, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await hold.keep(10, async () => "next")).toBe("next");
  });
});
