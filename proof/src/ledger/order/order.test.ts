import { expect, it } from "vitest";
import { fold } from "../../../../server/src/modules/calls/fold.ts";
import { foldDelivery } from "../../../../server/src/modules/outreach/delivery-status.ts";
import { TEST_SECRET } from "../../../../server/test/kit/cluster.ts";
import { cloneDatabase } from "../../../../server/test/kit/database.ts";
import { createChance } from "../../../../simulator/src/chance.ts";
import { judge } from "../../judge.ts";
import { tellInOrders } from "./at-the-door.ts";
import { CALL_KINDS } from "./calls.ts";
import { orderDoesNotMatter } from "./order.ts";
import { orders, selections, withRepeats } from "./orders.ts";
import { foldEverything, PRODUCT } from "./pure.ts";
import { TEXT_KINDS } from "./texts.ts";

const databases = { secret: TEST_SECRET, copy: cloneDatabase };
const quietly = { databases, seed: 1, say: () => undefined };

it("makes every order and every selection, once", () => {
  const made = [...orders([1, 2, 3, 4])].map(String);
  expect(new Set(made).size).toBe(24);
  expect(selections(["a", "b", "c"])).toHaveLength(8);
});

it("repeats some, and keeps all", () => {
  const repeated = withRepeats([1, 2, 3], createChance(1), "here");
  expect(repeated.length).toBeGreaterThan(3);
  expect(new Set(repeated)).toEqual(new Set([1, 2, 3]));
  expect(withRepeats([1, 2, 3], createChance(1), "here")).toEqual(repeated);
});

it("comes to the identical record in every order: the short form", async () => {
  const verdict = await judge(orderDoesNotMatter, { ...quietly, scale: 0.01 });
  expect(verdict).toMatchObject({ holds: true, evidence: { violations: [] } });
}, 60_000);

it("finds a fold that listens to the last word only", () => {
  const calls: typeof fold = (events) => fold(events.slice(-1));
  expect(foldEverything(createChance(1), 0.001, { ...PRODUCT, calls }).violations).not.toEqual([]);
});

it("finds a fold of texts that counts repetitions", () => {
  const texts: typeof foldDelivery = (words) => ({ ...foldDelivery(words), error_code: words.length });
  expect(foldEverything(createChance(1), 0.001, { ...PRODUCT, texts }).violations).not.toEqual([]);
});

it("finds a fold of texts that listens to whatever came last", () => {
  const texts: typeof foldDelivery = (words) => {
    const last = words.toSorted((one, other) => Temporal.Instant.compare(one.received_at, other.received_at)).slice(-1);
    return foldDelivery(last);
  };
  expect(foldEverything(createChance(1), 0.001, { ...PRODUCT, texts }).violations).not.toEqual([]);
});

it("finds calls and texts that come to another end than they had", async () => {
  const calls = CALL_KINDS.slice(0, 1).map((kind) => ({ ...kind, end: "too_short" as const }));
  const texts = TEXT_KINDS.slice(0, 1).map((kind) => ({ ...kind, end: "failed" }));
  const outcome = await tellInOrders(quietly, createChance(1), 2, { calls, texts });
  expect(outcome.calls.violations).toHaveLength(1);
  expect(outcome.texts.violations).toHaveLength(1);
}, 60_000);
