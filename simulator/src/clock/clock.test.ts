import fc from "fast-check";
import { expect, it } from "vitest";
import { sleep } from "./clock.ts";
import { createLiveClock, createVirtualClock } from "./clocks.ts";

it("runs what is due in order of time, then of planning, each at its own time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }), async (delays) => {
      const clock = createVirtualClock(1_000);
      const ran: [number, number, number][] = [];
      delays.forEach((delay, index) => clock.schedule(1_000 + delay, () => ran.push([delay, index, clock.now()])));
      await clock.advance(50);
      const expected = delays.map((delay, index) => [delay, index, 1_000 + delay]);
      expect(ran).toEqual(expected.sort(([a = 0, i = 0], [b = 0, j = 0]) => a - b || i - j));
    }),
    { numRuns: 50 },
  );
});

it("leaves out what was cancelled and keeps what lies beyond", async () => {
  const clock = createVirtualClock(0);
  const ran: string[] = [];
  const cancel = clock.schedule(5, () => ran.push("cancelled"));
  clock.schedule(20, () => ran.push("later"));
  cancel();
  await clock.advance(10);
  expect(ran).toEqual([]);
  expect(clock.now()).toBe(10);
  await clock.advanceTo(20);
  expect(ran).toEqual(["later"]);
});

it("waits for the work of one step, and for what follows from it, before the next", async () => {
  const clock = createVirtualClock(0);
  const order: string[] = [];
  const request = (name: string) =>
    clock.track(new Promise<void>((resolve) => setImmediate(resolve))).then(() => order.push(name));
  clock.schedule(1, () => request("first").then(() => request("what follows")));
  clock.schedule(2, () => order.push("second"));
  await clock.advance(2);
  expect(order).toEqual(["first", "what follows", "second"]);
});

it("lets happen at once what falls due at one moment, when it is told to", async () => {
  const clock = createVirtualClock(0, { together: true });
  const order: string[] = [];
  for (const name of ["one", "two"])
    clock.schedule(1, () =>
      clock.track(new Promise<void>((resolve) => setImmediate(resolve))).then(() => order.push(`end of ${name}`)),
    );
  clock.schedule(1, () => order.push("three"));
  clock.schedule(2, () => order.push("later"));
  await clock.advance(2);
  expect(order).toEqual(["three", "end of one", "end of two", "later"]);
});

it("drains other parties when it settles, until nothing is left", async () => {
  const clock = createVirtualClock(0);
  const jobs: string[] = ["one"];
  const done: string[] = [];
  const stop = clock.settleWith(async () => {
    const job = jobs.pop();
    if (job) done.push(job);
    if (job === "one") void clock.track(Promise.resolve().then(() => jobs.push("two")));
  });
  await clock.settle();
  await clock.settle();
  expect(done).toEqual(["one", "two"]);
  stop();
});

it("tells listeners of every step of a move", async () => {
  const clock = createVirtualClock(0);
  const seen: number[] = [];
  clock.onMoved((now) => seen.push(now));
  clock.schedule(10, () => {});
  await clock.advance(25);
  expect(seen).toEqual([10, 25]);
});

it("goes on by itself when live, and can be moved ahead", async () => {
  const clock = createLiveClock();
  const before = clock.now();
  await sleep(clock, 5);
  expect(clock.now()).toBeGreaterThanOrEqual(before + 5);
  let rang = false;
  clock.schedule(clock.now() + 3_600_000, () => {
    rang = true;
  });
  await clock.advance(3_600_000);
  expect(rang).toBe(true);
});
