import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bucket, takeToken } from "./lanes.ts";

const START = Temporal.Instant.from("2026-03-03T16:00:00Z");
const bucket = (tokens: number, rate = 1): Bucket => ({ tokens, refilled_at: START, messages_per_second: rate });

test("a lane that rested lets a burst pass, then one a second, in order", () => {
  let lane = bucket(10);
  const leaves = Array.from({ length: 13 }, () => {
    const turn = takeToken(lane, START, true);
    lane = turn.bucket;
    return turn.leaves_at.since(START).total("seconds");
  });
  expect(leaves).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3]);
});

test("a campaign takes nothing while replies use the lane up, and then the first token left over", () => {
  const waiting = takeToken(bucket(-2), START, false);
  expect(waiting).toMatchObject({ taken: false, leaves_at: START.add({ seconds: 3 }) });
  expect(takeToken(waiting.bucket, START.add({ seconds: 3 }), false)).toMatchObject({ taken: true });
});

test("over any span no more leaves than the burst and the rate allow, and what waits keeps its order", () => {
  const arrivals = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(arrivals, fc.constantFrom(0.5, 1, 3.75), (gaps, rate) => {
      let lane = bucket(rate * 10, rate);
      const times = gaps
        .toSorted((a, b) => a - b)
        .map((at) => {
          const turn = takeToken(lane, START.add({ milliseconds: at }), true);
          lane = turn.bucket;
          return turn.leaves_at.since(START).total("milliseconds");
        });
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      const first = times[0] ?? 0;
      const last = times.at(-1) ?? 0;
      expect(times.length).toBeLessThanOrEqual(Math.max(1, rate * 10) + ((last - first) / 1000) * rate + 1.01);
    }),
  );
});
