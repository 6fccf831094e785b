import fc from "fast-check";
import { expect, test } from "vitest";
import { afterNotFound, firstLook, type Search } from "./resolution.ts";

const SENT = Temporal.Instant.from("2026-03-03T16:00:00Z");
const search = (seconds: number, changes: Partial<Search> = {}): Search => ({
  now: SENT.add({ seconds }),
  sending_at: SENT,
  expires_at: SENT.add({ minutes: 10 }),
  unresolved_attempts: 0,
  wasAnswered: true,
  ...changes,
});

test("the list is looked at until it has settled, then the text is tried once more, and then given up", () => {
  expect(firstLook(SENT)).toEqual(SENT.add({ seconds: 5 }));
  expect(afterNotFound(search(5))).toEqual({ kind: "look_again", at: SENT.add({ seconds: 15 }) });
  expect(afterNotFound(search(30))).toEqual({ kind: "look_again", at: SENT.add({ seconds: 60 }) });
  expect(afterNotFound(search(60))).toEqual({ kind: "retry" });
  expect(afterNotFound(search(60, { unresolved_attempts: 1 }))).toEqual({ kind: "give_up" });
});

test("what would come too late is not tried again", () => {
  expect(afterNotFound(search(600))).toEqual({ kind: "give_up" });
});

test("a carrier that shows no list is no proof that the text did not leave", () => {
  const silent = { wasAnswered: false };
  expect(afterNotFound(search(60, silent))).toEqual({ kind: "look_again", at: SENT.add({ seconds: 90 }) });
  expect(afterNotFound(search(2 * 3600, silent))).toEqual({ kind: "give_up" });
});

test("whatever happens, the search ends, with at most one retry", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 400, maxLength: 400 }), (answers) => {
      let state = search(5);
      let retries = 0;
      for (const wasAnswered of answers) {
        const step = afterNotFound({ ...state, wasAnswered });
        if (step.kind === "give_up") return retries <= 1;
        if (step.kind === "retry") {
          retries += 1;
          const sending_at = state.now;
          state = { ...state, sending_at, now: firstLook(sending_at), unresolved_attempts: retries };
        } else state = { ...state, now: step.at };
      }
      return false;
    }),
  );
});
