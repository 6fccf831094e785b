import { expect, test } from "vitest";
import { evaluate } from "./evaluate.ts";
import { understand } from "./understand.ts";

test("counts each expected field, and keeps what was missed", () => {
  const scores = evaluate(
    [
      { text: "1420 Oak Street, Austin", expect: { address: { number: "1420", street: "oak st" }, level: "routine" } },
      { text: "I smell gas", expect: { level: "life", intents: ["give_problem"] } },
      { text: "hello", expect: { level: "life" } },
    ],
    understand,
  );
  expect(scores.get("address")).toMatchObject({ right: 1, total: 1, accuracy: 1 });
  expect(scores.get("intents")?.accuracy).toBe(1);
  expect(scores.get("level")).toMatchObject({ right: 2, total: 3 });
  expect(scores.get("level")?.misses).toEqual([{ text: "hello", expected: "life", found: "routine" }]);
});
