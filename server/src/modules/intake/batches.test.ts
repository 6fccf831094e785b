import { describe, expect, it } from "vitest";
import { createBatches } from "./batches.ts";

/** A writer that the test lets go, batch by batch. */
function heldWriter() {
  const written: string[][] = [];
  const held: (() => void)[] = [];
  const write = (items: string[]) =>
    new Promise<string[]>((resolve) => {
      written.push(items);
      held.push(() => resolve(items.map((item) => `${item}!`)));
    });
  const release = () => {
    held.shift()?.();
    return new Promise(setImmediate);
  };
  return { written, write, release };
}

const together = { largest: 100, splits: () => true };

describe("natural batching", () => {
  it("writes at once what arrives at rest", () => {
    const { written, write } = heldWriter();
    void createBatches(write, together).add("first");
    expect(written).toEqual([["first"]]);
  });

  it("writes together whatever arrived while the last batch was under way", async () => {
    const { written, write, release } = heldWriter();
    const batches = createBatches(write, together);
    const added = ["a", "b", "c"].map((item) => batches.add(item));
    await release();
    expect(written).toEqual([["a"], ["b", "c"]]);
    await release();
    expect(await Promise.all(added)).toEqual(["a!", "b!", "c!"]);
    await batches.idle();
  });

  it("keeps a batch within its largest size", async () => {
    const { written, write, release } = heldWriter();
    const batches = createBatches(write, { ...together, largest: 2 });
    const added = ["a", "b", "c", "d"].map((item) => batches.add(item));
    for (let turn = 0; turn < 3; turn += 1) await release();
    await Promise.all(added);
    expect(written).toEqual([["a"], ["b", "c"], ["d"]]);
  });

  it("lets no bad item take the others with it", async () => {
    const batches = createBatches(async (items: string[]) => {
      if (items.includes("bad")) throw new Error("bad");
      return items;
    }, together);
    const outcomes = await Promise.allSettled(["first", "bad", "good"].map((item) => batches.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("fails a whole batch when splitting it would not help", async () => {
    let writes = 0;
    const batches = createBatches(
      async (_items: string[]) => {
        writes += 1;
        throw new Error("away");
      },
      { largest: 100, splits: () => false },
    );
    const outcomes = await Promise.allSettled(["a", "b", "c"].map((item) => batches.add(item)));
    expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
    expect(writes).toBe(2);
  });
});
