import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CallEvent, fold } from "./fold.ts";
import { missedDecision } from "./missed.ts";
import { project } from "./projection.ts";
import { answeredAfterScreening, hungUpWhileRinging, voicemailPickedUp } from "./testing/stories.ts";

const stories = { answeredAfterScreening, voicemailPickedUp, hungUpWhileRinging };

/** Everything that is kept of a call, as text. */
function projection(events: readonly CallEvent[]): string {
  const state = fold(events);
  return JSON.stringify({ state, row: project(state, missedDecision(state, true)) });
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

describe("folding the ledger of a call", () => {
  it.each(Object.entries(stories))("%s: the same in all 720 orders", (_name, story) => {
    expect(story).toHaveLength(6);
    const orders = permutations(story);
    expect(orders).toHaveLength(720);
    expect(new Set(orders.map(projection)).size).toBe(1);
  });

  it.each(Object.entries(stories))("%s: the same with any events repeated in any order", (_name, story) => {
    const once = projection(story);
    fc.assert(
      fc.property(
        fc.array(fc.nat(story.length - 1), { maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (repeats, chance) => {
          const all = [...story, ...repeats.map((index) => story[index] as CallEvent)];
          const keyed = all.map((event) => ({ event, key: chance.next().value ?? 0 }));
          const shuffled = keyed.sort((one, other) => one.key - other.key).map(({ event }) => event);
          expect(projection(shuffled)).toBe(once);
        },
      ),
    );
  });

  it("never goes back from an end, whatever comes late", () => {
    const ended = fold(hungUpWhileRinging);
    for (const late of hungUpWhileRinging) expect(fold([...hungUpWhileRinging, late]).status).toBe(ended.status);
  });

  it("keeps the price of a phone that was rung apart from that of the call, in any order", () => {
    const at = Temporal.Instant.from("2026-03-03T16:00:00Z");
    const leg = { CallSid: "CA leg", ParentCallSid: "CA1", CallStatus: "completed" };
    const listed = [
      { event_type: "leg-listed", occurred_at: at, payload: leg },
      { event_type: "leg-listed", occurred_at: at, payload: { ...leg, Price: "-0.01400", PriceUnit: "USD" } },
      { event_type: "call-listed", occurred_at: at, payload: { CallSid: "CA1", Price: "-0.00850", PriceUnit: "USD" } },
    ];
    for (const order of permutations(listed)) {
      const { price, legs } = fold(order);
      expect([price, legs["CA leg"]?.price]).toEqual([
        { amount: "-0.0085", unit: "USD" },
        { amount: "-0.0140", unit: "USD" },
      ]);
    }
  });

  it("keeps a status that nobody knows out of the state", () => {
    const event = { event_type: "call-status", occurred_at: Temporal.Instant.from("2026-03-03T16:00:00Z") };
    const state = fold([{ ...event, payload: { CallSid: "CA1", CallStatus: "levitating" } }]);
    expect(state.status).toBeNull();
    expect(state.ended_at).toBeNull();
  });
});
