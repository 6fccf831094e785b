import { expect, it } from "vitest";
import { shareLookups } from "./shared-lookup.ts";

it("asks once for a crowd, and again for whoever comes later", async () => {
  const asked: string[] = [];
  const look = shareLookups(async (key) => {
    asked.push(key);
    await Promise.resolve();
    return asked.length;
  });
  expect(await Promise.all([look("a"), look("a"), look("b")])).toEqual([2, 2, 2]);
  expect(await look("a")).toBe(3);
  expect(asked).toEqual(["a", "b", "a"]);
});

it("tells the whole crowd of a failure, and tries again for the next", async () => {
  let isDown = true;
  const look = shareLookups(async () => {
    if (isDown) throw new Error("down");
    return "up";
  });
  const crowd = await Promise.allSettled([look("a"), look("a")]);
  expect(crowd.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isDown = false;
  expect(await look("a")).toBe("up");
});
