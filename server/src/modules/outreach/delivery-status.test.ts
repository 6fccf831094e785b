import fc from "fast-check";
import { expect, test } from "vitest";
import { type DeliveryEvent, foldDelivery } from "./delivery-status.ts";

const START = Temporal.Instant.from("2026-03-03T16:00:00Z");

const WORDS = [
  "scheduled",
  "accepted",
  "queued",
  "sending",
  "sent",
  "delivered",
  "undelivered",
  "failed",
  "canceled",
  "read",
];

const events = fc.array(
  fc.record({
    status: fc.constantFrom(...WORDS, "partially_delivered", "receiving", "a word of tomorrow"),
    error_code: fc.constantFrom(null, 30003, 30008),
    occurred_at: fc.nat(100).map((seconds) => START.add({ seconds })),
    received_at: fc.nat(2000).map((seconds) => START.add({ seconds })),
    source: fc.constantFrom("response", "webhook", "reconciliation"),
  }),
  { maxLength: 8 },
);

test("order and repetition of the events change nothing", () => {
  const shuffled = events.chain((all) =>
    fc.record({
      all: fc.constant(all),
      otherwise: fc.shuffledSubarray([...all, ...all, ...all], {
        minLength: all.length * 3,
        maxLength: all.length * 3,
      }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ all, otherwise }) => {
      expect(foldDelivery(otherwise)).toEqual(foldDelivery(all));
    }),
    { numRuns: 2000 },
  );
});

test("more events never lead back: what was final stays final, what was further stays further", () => {
  const rank = (word: string | null) => (word === null ? -1 : WORDS.indexOf(word));
  const steps = fc.shuffledSubarray(["queued", "sending", "sent", "delivered", "read"]);
  fc.assert(
    fc.property(steps, (words) => {
      const said = words.map((status) => event(status));
      const seen = said.map((_one, i) => rank(foldDelivery(said.slice(0, i + 1)).status));
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    }),
  );
});

test("every order of a delivered text ends delivered, with the times of its own events", () => {
  const all = [event("queued", 0), event("sending", 1), event("sent", 2), event("delivered", 5)];
  for (const order of permutations(all))
    expect(foldDelivery(order)).toMatchObject({
      status: "delivered",
      sent_at: START.add({ seconds: 2 }),
      delivered_at: START.add({ seconds: 5 }),
      last_event_time: START.add({ seconds: 5 }),
      is_final: true,
      is_contradictory: false,
    });
});

test("two ends contradict each other until the carrier's list has spoken", () => {
  const both = [event("undelivered", 3, 30003), event("delivered", 4)];
  expect(foldDelivery(both)).toMatchObject({ is_contradictory: true, status: "delivered", error_code: null });
  const truth = { ...event("undelivered", 9, 30003), source: "reconciliation" };
  expect(foldDelivery([...both, truth])).toMatchObject({
    is_contradictory: false,
    status: "undelivered",
    error_code: 30003,
  });
});

test("a word that comes a quarter of an hour after the end changes nothing, in any order", () => {
  const all = [event("sent", 2), event("delivered", 5), event("undelivered", 5 + 15 * 60, 30003), event("read", 4000)];
  for (const order of permutations(all))
    expect(foldDelivery(order)).toMatchObject({
      status: "delivered",
      finalized_at: START.add({ seconds: 5 }),
      last_event_time: START.add({ seconds: 5 }),
      is_contradictory: false,
    });
});

function event(status: string, seconds = 0, error_code: number | null = null): DeliveryEvent {
  const at = START.add({ seconds });
  return { status, error_code, occurred_at: at, received_at: at, source: "webhook" };
}

function permutations<Item>(items: Item[]): Item[][] {
  if (items.length < 2) return [items];
  return items.flatMap((first, i) => permutations(items.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}
