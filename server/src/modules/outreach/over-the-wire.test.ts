import { describe, expect, test } from "vitest";
import { examine } from "#operations";
import { customerOf } from "../../../test/kit/customer.ts";
import { recordsOf } from "../../../test/kit/records.ts";
import { CUSTOMER, worldForThisTest } from "../../../test/kit/world.ts";
import { allModules } from "../all-modules.ts";

type Options = NonNullable<Parameters<typeof worldForThisTest>[0]>;

const TWENTY_MINUTES_MS = 20 * 60_000;

/** A missed call against a carrier that misbehaves on the wire; returns what both sides know afterwards. */
async function missOneCall(options: Options) {
  const world = await worldForThisTest(options);
  const customer = customerOf(world);
  await customer.callsInVain();
  await world.clock.advance(TWENTY_MINUTES_MS);
  const atCarrier = world.simulator.truth.messages().filter((message) => message.to === CUSTOMER);
  const breaches = (await examine(world.house.ports, allModules)).flatMap((finding) => finding.breaches);
  const records = recordsOf(world);
  return { world, customer, atCarrier, breaches, sends: await records.sends(), records };
}

describe("one text reaches the caller, and we know it", () => {
  test.each<[string, NonNullable<Options["faults"]>]>([
    ["when all is well", {}],
    ["when the answer to the request is lost", { rest: { responseLost: 1 } }],
    ["when the carrier answers 500 after taking it", { rest: { errorAfterAccepting: 1 } }],
    ["when the report comes before the answer", { rest: { callbackFirst: 1 } }],
    ["when reports are doubled, late and overtaken", { webhooks: { duplicated: 1, delayed: 0.5, reordered: 0.5 } }],
    ["when the last report comes first", { states: { finalFirst: 1 } }],
    ["when the last report never comes", { states: { finalMissing: 1 } }],
    ["when forgeries come before the truth", { webhooks: { forged: 1 } }],
    ["when the carrier's clock is five minutes ahead", { clockSkewMs: 300_000, rest: { responseLost: 1 } }],
    ["when the carrier's clock is five minutes behind", { clockSkewMs: -300_000, rest: { responseLost: 1 } }],
  ])("%s", async (_name, faults) => {
    const { atCarrier, breaches, sends, customer } = await missOneCall({ faults });
    expect(atCarrier).toHaveLength(1);
    expect(customer.received()).toEqual([expect.stringContaining("Sorry we missed your call")]);
    expect(sends).toMatchObject([{ state: "accepted", status: "delivered", class: "conversational" }]);
    expect(breaches).toEqual([]);
  });

  test("when the carrier is too busy at first", async () => {
    const world = await worldForThisTest({ faults: { rest: { tooManyRequests: 1 } } });
    const customer = customerOf(world);
    await customer.callsInVain();
    expect(customer.received()).toEqual([]);
    world.simulator.faults.set({ rest: { tooManyRequests: 0 } });
    await world.clock.advance(2 * 60_000);
    expect(customer.received()).toHaveLength(1);
  });
});

describe("a text that does not arrive becomes a task in plain words", () => {
  test.each([
    [30003, "The phone is off or out of reach. Try again later, or call."],
    [30006, "This is a landline, or its carrier takes no texts. Call instead."],
    [30007, "The carrier took this text for spam. Say it in other words, without links."],
  ])("with the code %i", async (errorCode, sentence) => {
    const { sends, records, breaches } = await missOneCall({ faults: { messages: { undelivered: 1, errorCode } } });
    expect(sends).toMatchObject([{ state: "accepted", status: "undelivered", error_code: errorCode }]);
    expect(await records.tasks()).toMatchObject([
      { subject: expect.stringContaining("Call (512) 555-0142"), description: sentence },
    ]);
    expect(breaches).toEqual([]);
  });

  test("when the carrier never takes it and never answers, within its usefulness, and says so", async () => {
    const world = await worldForThisTest({ faults: { rest: { timedOut: 1, timeoutMs: 5 } } });
    const customer = customerOf(world);
    await customer.callsInVain();
    await world.clock.advance(3 * 3600_000);
    expect(customer.received()).toEqual([]);
    expect(await recordsOf(world).sends()).toMatchObject([{ state: "failed" }]);
    expect(await recordsOf(world).tasks()).toMatchObject([{ subject: expect.stringContaining("Call (512) 555-0142") }]);
  });
});
