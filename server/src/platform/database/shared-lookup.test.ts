import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareLookups } from "./shared-lookup.ts";

/** A store whose queries end when the test says so, each with what the store holds at that moment. */
function storeOf(content: Map<string, number>) {
  const queries: { keys: readonly string[]; resolve(found: Map<string, number>): void; reject(error: Error): void }[] =
    [];
  return {
    lookUp: shareLookups<number>((keys) => new Promise((resolve, reject) => queries.push({ keys, resolve, reject }))),
    asked: () => queries.map(({ keys }) => keys),
    async answer() {
      queries.at(-1)?.resolve(new Map(content));
      await nextTurn();
    },
    async fail(error: Error) {
      queries.at(-1)?.reject(error);
      await nextTurn();
    },
  };
}

describe("shared look-ups", () => {
  it("begin at once when none is under way, and go together when one is", async () => {
    const store = storeOf(new Map([["a", 1]]));
    const first = store.lookUp("a");
    const others = ["a", "b", "a"].map(store.lookUp);
    expect(store.asked()).toEqual([["a"]]);
    await store.answer();
    expect(await first).toBe(1);
    expect(store.asked()).toEqual([["a"], ["a", "b"]]);
    await store.answer();
    expect(await Promise.all(others)).toEqual([1, null, 1]);
  });

  it("never answer with what held before the question", async () => {
    const content = new Map([["a", 1]]);
    const store = storeOf(content);
    const early = store.lookUp("a");
    const late = store.lookUp("a");
    await store.answer();
    content.set("a", 2);
    await store.answer();
    expect([await early, await late]).toEqual([1, 2]);
  });

  it("fail together, and go on", async () => {
    const store = storeOf(new Map([["a", 1]]));
    const lost = expect(store.lookUp("a")).rejects.toThrow("the database is away");
    const next = store.lookUp("a");
    await store.fail(new Error("the database is away"));
    await lost;
    await store.answer();
    expect(await next).toBe(1);
  });

  it("answer everybody rightly, whoever asks for what", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("a", "b", "c", "d")), async (keys) => {
        const known = (key: string) => key !== "d";
        const lookUp = shareLookups<string>(async (asked) => new Map(asked.filter(known).map((key) => [key, key])));
        expect(await Promise.all(keys.map(lookUp))).toEqual(keys.map((key) => (known(key) ? key : null)));
      }),
    );
  });
});
