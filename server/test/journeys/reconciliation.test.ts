import { describe, expect, it } from "vitest";
import { reconcile } from "#intake";
import type { Ports } from "#platform/ports.ts";
import { SYSTEM } from "#platform/scope.ts";
import { allModules } from "../../src/modules/all-modules.ts";
import { examine } from "../../src/modules/operations/index.ts";
import { customerOf } from "../kit/customer.ts";
import { signInPerson } from "../kit/person.ts";
import { recordsOf } from "../kit/records.ts";
import { BUSINESS_NUMBER, OWNER_MOBILE, worldForThisTest } from "../kit/world.ts";

const CALLS = 16;
const A_STORY_MS = 120_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type TestWorld = Awaited<ReturnType<typeof worldForThisTest>>;

const loseEverything = (world: TestWorld) => world.simulator.faults.set({ webhooks: { lost: 1 } });
const loseNothing = (world: TestWorld) => world.simulator.faults.set({ webhooks: { lost: 0 } });

/** One comparison, and what follows from it. */
async function pass(world: TestWorld, ports: Ports = world.house.ports) {
  const comparisons = await reconcile(ports, world.business.tenantId);
  await world.clock.advance(10_000);
  const [calls, messages] = comparisons.map(({ state }) => state);
  if (calls === undefined || messages === undefined) throw new Error("Two lists are compared.");
  return { calls, messages };
}

describe("what the carrier's webhooks did not tell", { timeout: A_STORY_MS }, () => {
  it.each([1, 2, 3])("is made good by one pass, whatever was lost (seed %i)", async (seed) => {
    const world = await worldForThisTest({ seed });
    await playWithLosses(world);
    loseNothing(world);
    const first = await pass(world);
    expect(first.calls).toMatchObject({ status: "done", at_carrier: CALLS, undecided: 0 });
    expect(first.calls.missing).toBeGreaterThan(0);
    expect(first.messages.missing).toBeGreaterThan(0);
    await equalsTruth(world);
    const second = await pass(world);
    expect(second.calls).toMatchObject({ at_carrier: CALLS, here: CALLS, missing: 0, repaired: 0, undecided: 0 });
    expect(second.messages).toMatchObject({ here: second.messages.at_carrier, missing: 0, repaired: 0, undecided: 0 });
  });

  it("is found page by page, legs beside the calls they were rung for", async () => {
    const world = await worldForThisTest({ seed: 3 });
    world.simulator.faults.set({ lists: { largestPage: 5 } });
    await playWithLosses(world);
    loseNothing(world);
    expect((await pass(world)).calls).toMatchObject({ at_carrier: CALLS });
    await equalsTruth(world);
  });

  it("is put right though the pass was cut off in the middle, and the cursor waits for its end", async () => {
    const world = await worldForThisTest({ seed: 2 });
    world.simulator.faults.set({ lists: { largestPage: 7 } });
    await playWithLosses(world);
    loseNothing(world);
    const { ports } = world.house;
    let pages = 0;
    const dies: Ports["telephony"]["pageOfCalls"] = (...asked) => {
      pages += 1;
      return pages === 3 ? Promise.reject(new Error("The line went dead.")) : ports.telephony.pageOfCalls(...asked);
    };
    const cutOff = await pass(world, { ...ports, telephony: { ...ports.telephony, pageOfCalls: dies } });
    expect(cutOff.calls).toMatchObject({ status: "failed", cursor: null, error: "The carrier does not answer." });
    const whole = await pass(world);
    expect(whole.calls).toMatchObject({ status: "done", error: null, cursor: whole.calls.started_at });
    await equalsTruth(world);
  });
});

describe("a call whose webhooks were all lost", () => {
  it("is here within five minutes, and its caller is texted while it is young", async () => {
    const world = await worldForThisTest({ reconcileMinutes: 4 });
    await world.clock.advance(HOUR);
    const customer = customerOf(world);
    loseEverything(world);
    await customer.person.dials(BUSINESS_NUMBER);
    await world.clock.advance(10_000);
    loseNothing(world);
    expect(await recordsOf(world).calls()).toEqual([]);
    await world.clock.advance(5 * MINUTE - 10_000);
    expect(await recordsOf(world).calls()).toMatchObject([{ missed: true }]);
    await world.clock.advance(MINUTE);
    expect(customer.received()).toHaveLength(1);
  });

  it("texts nobody hours later, and says why", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    loseEverything(world);
    await customer.callsInVain();
    const calledAt = world.house.ports.clock.now();
    loseNothing(world);
    await world.clock.advance(3 * HOUR);
    await pass(world);
    const [call] = await recordsOf(world).carrierCalls();
    expect(call).toMatchObject({ missed: true, sync_state: "active" });
    expect(call?.started_at.until(calledAt).total("minutes")).toBeCloseTo(1, 1);
    expect(await recordsOf(world).textBacks()).toMatchObject([{ outcome: "not_texted", reason: "too_old" }]);
    await world.clock.advance(HOUR);
    expect(customer.received()).toEqual([]);
  });

  it("is compared after a downtime as far back as the last pass, however long ago", async () => {
    const world = await worldForThisTest();
    await pass(world);
    loseEverything(world);
    const customer = customerOf(world);
    await customer.callsInVain();
    await world.clock.advance(5 * 24 * HOUR);
    loseNothing(world);
    expect((await pass(world)).calls).toMatchObject({ at_carrier: 1, missing: 1 });
    expect(await recordsOf(world).calls()).toMatchObject([{ missed: true }]);
  });
});

describe("a call that was closed without its end having been reported", () => {
  it("gets the end that the carrier knows", async () => {
    const world = await worldForThisTest();
    world.simulator.faults.set({ states: { finalMissing: 1 } });
    await customerOf(world).callsInVain();
    await world.clock.advance(20 * MINUTE);
    const records = recordsOf(world);
    expect(await records.carrierCalls()).toMatchObject([
      { disconnect_reason: "never_reported", duration_seconds: null },
    ]);
    await pass(world);
    const [truth] = world.simulator.truth.calls();
    const [call] = await records.carrierCalls();
    expect(call).toMatchObject({ disconnect_reason: null, status: truth?.status, is_final: true, missed: true });
    // The carrier tells whole seconds.
    expect(call?.ended_at?.epochMilliseconds).toBe(Math.floor((truth?.endedAt ?? 0) / 1000) * 1000);
  });
});

describe("prices", () => {
  it("that the carrier knows late are picked up, without an alarm", async () => {
    const world = await worldForThisTest();
    world.simulator.faults.set({ lists: { pricedAfterMs: HOUR } });
    world.simulator.person(OWNER_MOBILE).answers(2_000, { presses: "1", talksMs: 70_000 });
    const customer = customerOf(world);
    await customer.person.dials(BUSINESS_NUMBER);
    await world.clock.advance(5 * MINUTE);
    await customer.writes("thanks, see you tomorrow");
    await pass(world);
    const records = recordsOf(world);
    expect(await records.carrierCalls()).toMatchObject([{ is_final: true, price: null }]);
    await world.clock.advance(2 * HOUR);
    expect((await pass(world)).calls).toMatchObject({ repaired: 0, undecided: 0 });
    expect(await records.carrierCalls()).toMatchObject([{ price: "-0.0170", price_unit: "USD" }]);
    expect(await records.sends()).toMatchObject([{ price: "-0.0079" }]);
    expect((await records.texts()).map(({ price }) => price)).toEqual(["-0.0079", "-0.0079"]);
    const [call] = await records.carrierCalls();
    const owner = await signInPerson(world.house, world.business.tenantId);
    expect((await owner.get(`/calls/${call?.call_sid}/story`)).body["costs"]).toEqual({
      ...{ call: "0.0170", legs: "0.0170", texts: null, total: "0.0340", currency: "USD" },
      ...{ unpriced_legs: 0, unpriced_texts: 0 },
    });
    expect((await pass(world)).calls).toMatchObject({ repaired: 0, undecided: 0 });
    expect((await examine(world.house.ports, allModules)).flatMap(({ breaches }) => breaches)).toEqual([]);
    expect(await alarms(world)).toEqual([]);
  });
});

describe("a text that was lost", () => {
  it("is in its thread at its true time, and a person answers what is too old for the assistant", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    await customer.callsInVain();
    loseEverything(world);
    await customer.person.texts("my sink is leaking", { to: BUSINESS_NUMBER });
    const writtenAt = world.house.ports.clock.now();
    await world.clock.advance(2 * HOUR);
    loseNothing(world);
    await pass(world);
    const inbound = (await recordsOf(world).messages()).find(({ direction }) => direction === "inbound");
    expect(inbound).toMatchObject({ body: "my sink is leaking", created_at: writtenAt });
    await world.clock.advance(HOUR);
    expect(customer.received()).toHaveLength(1);
    expect(await recordsOf(world).conversations()).toMatchObject([{ owner_kind: "none", status: "waiting" }]);
  });

  it("is answered by the assistant while it is young", async () => {
    const world = await worldForThisTest({ reconcileMinutes: 4 });
    const customer = customerOf(world);
    await customer.callsInVain();
    loseEverything(world);
    await customer.person.texts("my sink is leaking", { to: BUSINESS_NUMBER });
    loseNothing(world);
    await world.clock.advance(6 * MINUTE);
    expect(customer.received()).toHaveLength(2);
  });

  it("brings its photo", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    loseEverything(world);
    const bytes = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");
    await customer.person.texts("look", { to: BUSINESS_NUMBER, photos: [{ contentType: "image/png", bytes }] });
    loseNothing(world);
    await world.clock.advance(2 * MINUTE);
    await pass(world);
    expect(await recordsOf(world).media()).toMatchObject([{ state: "stored", content_type: "image/png" }]);
  });

  it("that said STOP is obeyed", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    loseEverything(world);
    await customer.person.texts("please stop texting me", { to: BUSINESS_NUMBER });
    loseNothing(world);
    await world.clock.advance(2 * MINUTE);
    await pass(world);
    await customer.callsInVain();
    expect(customer.received()).toEqual([]);
    expect(await recordsOf(world).textBacks()).toMatchObject([{ outcome: "not_texted", reason: "opted_out" }]);
  });

  it("does not undo what its writer said since", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    await customer.writes("STOP");
    loseEverything(world);
    await customer.person.texts("START", { to: BUSINESS_NUMBER });
    loseNothing(world);
    await world.clock.advance(MINUTE);
    await customer.writes("UNSTOP");
    await customer.writes("STOP");
    await pass(world);
    await customer.callsInVain();
    expect(await recordsOf(world).textBacks()).toMatchObject([{ outcome: "not_texted", reason: "opted_out" }]);
  });
});

describe("the alarm", () => {
  it("is raised when something had to be repaired, and the owner is shown how much", async () => {
    const world = await worldForThisTest();
    const owner = await signInPerson(world.house, world.business.tenantId);
    const customer = customerOf(world);
    loseEverything(world);
    await customer.callsInVain();
    loseNothing(world);
    await world.clock.advance(MINUTE);
    await pass(world);
    expect(await alarms(world)).toMatchObject([{ resource: "calls", missing: 1, repaired: 1 }]);
    await pass(world);
    expect(await alarms(world)).toHaveLength(1);
    const { body } = await owner.get("/reconciliation");
    expect(body["data"]).toMatchObject([
      { resource: "calls", status: "done", at_carrier: 1, here: 1, repaired: 1, undecided: 0, error: null },
      { resource: "messages", status: "done", repaired: 0 },
    ]);
  });

  it("is not raised about what may still be on its way", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    world.simulator.faults.set({ webhooks: { delayed: 1, delayMaxMs: 60_000 } });
    await customer.person.dials(BUSINESS_NUMBER);
    await world.clock.advance(3_000);
    await customer.person.hangsUp();
    const { calls } = await pass(world);
    expect(calls).toMatchObject({ repaired: 0, undecided: 1 });
    await world.clock.advance(MINUTE);
    expect((await pass(world)).calls).toMatchObject({ repaired: 0, undecided: 0 });
    expect(await alarms(world)).toEqual([]);
  });
});

describe("a carrier that does not list", () => {
  it("is told with the reason, and asked again in the usual rhythm", async () => {
    const world = await worldForThisTest({ reconcileMinutes: 4 });
    await world.clock.advance(10 * MINUTE);
    const owner = await signInPerson(world.house, world.business.tenantId);
    const shown = async () => (await owner.get("/reconciliation")).body["data"];
    const account = world.simulator.world.directory.account(world.business.accountSid);
    account.authToken = "another";
    await world.clock.advance(5 * MINUTE);
    expect(await shown()).toMatchObject([
      { status: "failed", error: expect.stringContaining("refuses the account's auth token") },
      { status: "failed" },
    ]);
    expect(
      world.house.ports.clock
        .now()
        .since(await lastPass(world))
        .total("minutes"),
    ).toBeGreaterThan(2);
    account.authToken = world.business.authToken;
    await world.clock.advance(4 * MINUTE);
    expect(await shown()).toMatchObject([
      { status: "done", error: null },
      { status: "done", error: null },
    ]);
  });
});

describe("a signal of the carrier's that webhooks are lost", () => {
  it("starts a comparison at once: a fallback address was used", async () => {
    const world = await worldForThisTest({ reconcileMinutes: 60 });
    await world.clock.advance(61 * MINUTE);
    const before = await lastPass(world);
    const number = world.simulator.world.directory.owned(BUSINESS_NUMBER);
    if (number?.sms === undefined) throw new Error("The number has no address for texts.");
    number.sms = { ...number.sms, url: `${world.url}/nobody-listens-here` };
    await customerOf(world).writes("hello?");
    const after = await lastPass(world);
    expect(after.since(before).total("minutes")).toBeGreaterThan(0);
    expect(world.house.ports.clock.now().since(after).total("minutes")).toBeLessThan(1.1);
  });
});

async function alarms(world: TestWorld) {
  return world.house.ports.scope(world.business.tenantId, SYSTEM, async (scope) =>
    (await scope.tx.selectFrom("events").select("payload").where("type", "=", "carrier.webhook_lost").execute()).map(
      ({ payload }) => payload,
    ),
  );
}

async function lastPass(world: TestWorld): Promise<Temporal.Instant> {
  return world.house.ports.scope(world.business.tenantId, SYSTEM, async (scope) => {
    const states = await scope.tx
      .selectFrom("sync_state")
      .select("started_at")
      .where("resource", "=", "calls")
      .execute();
    return states[0]?.started_at ?? Temporal.Instant.fromEpochMilliseconds(0);
  });
}

/** Calls that are answered, missed and given up, texts that come in and go out, and three webhooks in ten are lost. */
async function playWithLosses(world: TestWorld) {
  world.simulator.faults.set({ webhooks: { lost: 0.3 } });
  const owner = world.simulator.person(OWNER_MOBILE);
  for (let index = 0; index < CALLS; index += 1) {
    const { person } = customerOf(world, `+1512555${3000 + index}`, `Caller ${index}`);
    if (index % 4 === 0) owner.answers(4_000, { presses: "1", talksMs: 30_000 });
    else owner.ignoresCalls();
    await person.dials(BUSINESS_NUMBER);
    if (index % 4 === 1) {
      await world.clock.advance(8_000);
      // Whose call the carrier could not put through is gone already.
      await person.hangsUp().catch(() => undefined);
    }
    await world.clock.advance(MINUTE);
    if (index % 3 === 0) await person.texts("my sink is leaking", { to: BUSINESS_NUMBER });
    if (index % 8 === 5) await person.texts("STOP", { to: BUSINESS_NUMBER });
    await world.clock.advance(MINUTE);
  }
  await world.clock.advance(5 * MINUTE);
}

/** Every call and text of the carrier is here, with its end, its length, and whether somebody talked. */
async function equalsTruth(world: TestWorld) {
  const records = recordsOf(world);
  const { truth } = world.simulator;
  const calls = truth.calls().filter(({ parentCallSid }) => parentCallSid === null);
  const legs = truth.calls().filter(({ parentCallSid }) => parentCallSid !== null);
  const talks = new Set(legs.filter((leg) => talkSeconds(leg) > 20).map(({ parentCallSid }) => parentCallSid));
  const ours = await records.carrierCalls();
  expect(ours).toHaveLength(calls.length);
  expect(ours).toEqual(
    expect.arrayContaining(
      calls.map((call) =>
        expect.objectContaining({
          call_sid: call.sid,
          status: call.status,
          duration_seconds: talkSeconds(call),
          answered: talks.has(call.sid),
          missed: !talks.has(call.sid),
        }),
      ),
    ),
  );
  const rung = (await records.participants()).filter(({ participant_type }) => participant_type === "callee");
  expect(rung.map(({ leg_sid, status }) => `${leg_sid} ${status}`).sort()).toEqual(
    legs.map(({ sid, status }) => `${sid} ${status}`).sort(),
  );

  const texts = truth.messages();
  const inbound = (await records.texts()).filter(({ direction }) => direction === "inbound");
  expect(inbound.map(({ message_sid }) => message_sid).sort()).toEqual(
    texts
      .filter(({ direction }) => direction === "inbound")
      .map(({ sid }) => sid)
      .sort(),
  );
  const fates = new Map(texts.map(({ sid, status }) => [sid, status]));
  const sent = (await records.sends()).filter(({ message_sid }) => message_sid !== null);
  expect(sent.map(({ status }) => status)).toEqual(sent.map(({ message_sid }) => fates.get(message_sid ?? "")));
  expect((await examine(world.house.ports, allModules)).flatMap(({ breaches }) => breaches)).toEqual([]);
}

const talkSeconds = ({ answeredAt, endedAt }: { answeredAt: number | null; endedAt: number | null }) =>
  answeredAt === null || endedAt === null ? 0 : Math.ceil((endedAt - answeredAt) / 1000);
