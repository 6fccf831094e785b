import { describe, expect, it } from "vitest";
import { createSubjectQueues } from "./subject-queues.ts";

type Item = { subject: string; turn: number };

/** Work that the test finishes piece by piece; a piece is named after its items. */
function heldWork(width: number, together = 1) {
  const started: string[] = [];
  const finish = new Map<string, (isDone: boolean) => void>();
  const queues = createSubjectQueues<Item>(
    { width, together },
    ({ subject }) => subject,
    (items) => {
      const name = items.map(({ subject, turn }) => `${subject}${turn}`).join(" ");
      started.push(name);
      return new Promise((resolve) => finish.set(name, resolve));
    },
  );
  const done = async (name: string, isDone = true) => {
    finish.get(name)?.(isDone);
    await new Promise(setImmediate);
  };
  return { queues, started, done };
}

describe("queues by subject", () => {
  it("works on one subject in order and on others side by side", async () => {
    const { queues, started, done } = heldWork(8);
    for (const [subject, turn] of [
      ["a", 1],
      ["a", 2],
      ["b", 1],
    ] as const)
      queues.add([{ subject, turn }]);
    expect(started).toEqual(["a1", "b1"]);
    await done("a1");
    expect(started).toEqual(["a1", "b1", "a2"]);
  });

  it("takes together what has gathered of a subject, up to a limit", async () => {
    const { queues, started, done } = heldWork(8, 2);
    for (const turn of [1, 2, 3, 4]) queues.add([{ subject: "a", turn }]);
    await done("a1");
    await done("a2 a3");
    expect(started).toEqual(["a1", "a2 a3", "a4"]);
  });

  it("works on no more subjects than it is wide", async () => {
    const { queues, started, done } = heldWork(2);
    for (const subject of ["a", "b", "c"]) queues.add([{ subject, turn: 1 }]);
    expect(started).toEqual(["a1", "b1"]);
    await done("b1");
    expect(started).toEqual(["a1", "b1", "c1"]);
  });

  it("lets go what waits behind an item that was not done, and nothing else", async () => {
    const { queues, started, done } = heldWork(8);
    for (const [subject, turn] of [
      ["a", 1],
      ["a", 2],
      ["b", 1],
      ["b", 2],
    ] as const)
      queues.add([{ subject, turn }]);
    await done("a1", false);
    await done("b1");
    expect(started).toEqual(["a1", "b1", "b2"]);
    expect(queues.items()).toEqual([{ subject: "b", turn: 2 }]);
    await done("b2");
    await queues.idle();
    expect(queues.items()).toEqual([]);
  });
});
