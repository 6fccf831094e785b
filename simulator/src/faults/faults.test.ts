import { describe, expect, it } from "vitest";
import { business, customer, owner, startTestWorld, type TestWorld } from "../testing/test-world.ts";
import { createFaultKnobs, noFaults } from "./faults.ts";

describe("the knobs", () => {
  it("change what is named and leave the rest", () => {
    const knobs = createFaultKnobs({ webhooks: { lost: 0.1 } }, () => {});
    knobs.set({ rest: { responseLost: 0.2 } });
    expect(knobs.set({ webhooks: { duplicated: 0.5 } })).toMatchObject({
      webhooks: { lost: 0.1, duplicated: 0.5 },
      rest: { responseLost: 0.2 },
    });
    expect(knobs.clear()).toEqual(noFaults);
  });

  it("refuse what is out of range", () => {
    const knobs = createFaultKnobs({}, () => {});
    expect(() => knobs.set({ webhooks: { lost: 2 } })).toThrow("lost");
    expect(() => knobs.set({ clockSkewMs: 300_001 })).toThrow("clockSkewMs");
    expect(knobs.get()).toEqual(noFaults);
  });
});

/** The customer sends so many texts; what arrived, in order. */
const sendTexts = async ({ simulator, receiver, clock }: TestWorld, count: number): Promise<string[]> => {
  const person = simulator.person(customer);
  for (let sent = 0; sent < count; sent++) {
    void person.texts(String(sent), { to: business });
    await clock.advance(100);
  }
  await clock.advance(120_000);
  return receiver.all("/sms").map(({ params }) => params["Body"] ?? "");
};

describe("webhooks", () => {
  it("get lost, fallback and all, while the truth remembers them", async () => {
    await using world = await startTestWorld({}, { faults: { webhooks: { lost: 0.3 } } });
    const arrived = await sendTexts(world, 100);
    expect(arrived.length).toBeGreaterThan(55);
    expect(arrived.length).toBeLessThan(85);
    const lost = world.simulator.truth.webhooks().filter(({ fault }) => fault === "lost");
    expect(lost).toHaveLength(100 - arrived.length);
    expect(world.simulator.truth.messages()).toHaveLength(100);
    expect(world.receiver.all("/sms-fallback")).toEqual([]);
  });

  it("come twice with the same idempotency token", async () => {
    await using world = await startTestWorld({}, { faults: { webhooks: { duplicated: 1 } } });
    expect(await sendTexts(world, 3)).toEqual(["0", "0", "1", "1", "2", "2"]);
    const tokens = world.receiver.all("/sms").map(({ headers }) => headers["i-twilio-idempotency-token"]);
    expect(new Set(tokens).size).toBe(3);
  });

  it("come late and out of order, but come", async () => {
    await using world = await startTestWorld({}, { faults: { webhooks: { delayed: 0.5, delayMaxMs: 60_000 } } });
    const arrived = await sendTexts(world, 30);
    const inOrder = Array.from({ length: 30 }, (_, index) => String(index));
    expect(arrived).not.toEqual(inOrder);
    expect([...arrived].sort((a, b) => Number(a) - Number(b))).toEqual(inOrder);
  });

  it("are overtaken when they are to be", async () => {
    await using world = await startTestWorld({}, { faults: { webhooks: { reordered: 0.5 } } });
    const arrived = await sendTexts(world, 30);
    expect(arrived).toHaveLength(30);
    expect(arrived.some((body, index) => Number(body) !== index)).toBe(true);
  });

  it("are forged with a signature that does not verify", async () => {
    await using world = await startTestWorld({}, { faults: { webhooks: { forged: 1 } } });
    expect(await sendTexts(world, 2)).toEqual(["0", "1"]);
    expect(world.receiver.refused).toBe(2);
    expect(world.simulator.truth.webhooks().filter(({ fault }) => fault === "forged")).toHaveLength(2);
  });
});

describe("states", () => {
  const progress = async (finals: { finalFirst?: number; finalMissing?: number }) => {
    await using world = await startTestWorld({}, { faults: { states: finals } });
    const statusCallback = `${world.receiver.url}/status`;
    const { sid } = await world.client.messages.create({ from: business, to: customer, body: "hello", statusCallback });
    await world.clock.advance(5_000);
    const told = world.receiver.all("/status").map(({ params }) => params["MessageStatus"]);
    return { told, truth: (await world.client.messages(sid).fetch()).status };
  };

  it("tell the final one first", async () => {
    expect(await progress({ finalFirst: 1 })).toEqual({ told: ["delivered", "sent"], truth: "delivered" });
  });

  it("never tell the final one", async () => {
    expect(await progress({ finalMissing: 1 })).toEqual({ told: ["sent"], truth: "delivered" });
  });

  it("of calls too", async () => {
    await using world = await startTestWorld(
      {
        "/voice": `<Response><Dial timeout="5"><Number statusCallback="/leg" statusCallbackEvent="ringing completed">${owner}</Number></Dial></Response>`,
      },
      { faults: { states: { finalFirst: 1 } } },
    );
    await world.simulator.person(customer).dials(business);
    await world.clock.advance(10_000);
    expect(world.receiver.all("/leg").map(({ params }) => params["CallStatus"])).toEqual(["no-answer", "ringing"]);
  });
});

describe("the REST interface", () => {
  const send = async (rest: object) => {
    const world = await startTestWorld({}, { faults: { rest } });
    const statusCallback = `${world.receiver.url}/status`;
    const outcome = await world.client.messages
      .create({ from: business, to: customer, body: "hello", statusCallback })
      .then(
        () => "accepted",
        (error: { status?: number; code?: number | string }) => [error.status, error.code],
      );
    return { world, outcome, accepted: world.simulator.truth.messages().length };
  };

  it("loses the answer after accepting", async () => {
    const { world, outcome, accepted } = await send({ responseLost: 1 });
    await using _ = world;
    expect([outcome, accepted]).toEqual([[undefined, "ECONNRESET"], 1]);
  });

  it("answers 500 after accepting", async () => {
    const { world, outcome, accepted } = await send({ errorAfterAccepting: 1 });
    await using _ = world;
    expect([outcome, accepted]).toEqual([[500, 20500], 1]);
  });

  it("answers 429 and does nothing", async () => {
    const { world, outcome, accepted } = await send({ tooManyRequests: 1 });
    await using _ = world;
    expect([outcome, accepted]).toEqual([[429, 20429], 0]);
  });

  it("is silent, cuts the connection and does nothing", async () => {
    const { world, outcome, accepted } = await send({ timedOut: 1, timeoutMs: 5 });
    await using _ = world;
    expect([outcome, accepted]).toEqual([[undefined, "ECONNRESET"], 0]);
  });

  it("calls back before it answers", async () => {
    let toldBeforeAnswer = 0;
    // However late others are: the answer waits for this one.
    const webhooks = { delayed: 1, delayMaxMs: 60_000, reordered: 1 };
    const world = await startTestWorld({}, { faults: { webhooks, rest: { callbackFirst: 1 } } });
    await using _ = world;
    const statusCallback = `${world.receiver.url}/status`;
    await world.client.messages.create({ from: business, to: customer, body: "hello", statusCallback });
    toldBeforeAnswer = world.receiver.all("/status").length;
    await world.clock.advance(65_000);
    expect(toldBeforeAnswer).toBe(1);
    expect(world.receiver.all("/status").map(({ params }) => params["MessageStatus"])).toEqual(["sent", "delivered"]);
  });

  it("has a clock of its own", async () => {
    await using world = await startTestWorld({}, { faults: { clockSkewMs: -300_000 } });
    const { dateCreated } = await world.client.messages.create({ from: business, to: customer, body: "hello" });
    expect(dateCreated).toEqual(new Date(world.clock.now() - 300_000));
  });
});
