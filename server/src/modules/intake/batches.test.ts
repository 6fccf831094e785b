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

  it("lets no bad item take the others with it, and finds it by halves", async () => {
    let writes = 0;
    const batches = createBatches(async (items: number[]) => {
      writes += 1;
      if (items.includes(137)) throw new Error("bad");
      return items;
    }, together);
    const items = Array.from({ length: 200 }, (_none, place) => place);
    const outcomes = await Promise.allSettled(items.map((item) => batches.add(item)));
    const lost = outcomes.flatMap(({ status }, place) => (status === "rejected" ? [place] : []));
    expect(lost).toEqual([137]);
    expect(writes).toBeLessThan(20);
  });

  it("fails whatever waits when splitting would not help, and begins anew with what comes then", async () => {
    let isAway = true;
    let writes = 0;
    const batches = createBatches(
      async (items: string[]) => {
        writes += 1;
        if (isAway) throw new Error("away");
        return items;
      },
      { largest: 1, splits: () => false },
    );
    const outcomes = await Promise.allSettled(["a", "b", "c"].map((item) => batches.add(item)));
    expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
    expect(writes).toBe(1);
    isAway = false;
    expect(await batches.add("d")).toBe("d");
  });
});
