import { describe, expect, it } from "vitest";
import { SYSTEM } from "#platform/scope.ts";
import { BUSINESS_NUMBER, CUSTOMER, OWNER_MOBILE, worldForThisTest } from "../../../test/kit/world.ts";

type Options = Parameters<typeof worldForThisTest>[0];

/** A world with a caller and the owner, and the calls as we know them. */
async function openWorld(options: Options = {}) {
  const world = await worldForThisTest(options);
  const calls = () =>
    world.house.ports.scope(world.business.tenantId, SYSTEM, ({ tx }) =>
      tx.selectFrom("calls").selectAll().orderBy("started_at").orderBy("id").execute(),
    );
  return {
    ...world,
    calls,
    owner: world.simulator.person(OWNER_MOBILE),
    customer: world.simulator.person({ number: CUSTOMER, name: "Dana" }),
  };
}

const MINUTE = 60_000;

describe("calls carried by the simulator", () => {
  it("the owner presses 1 and talks: answered", async () => {
    const { clock, customer, owner, calls } = await openWorld();
    owner.answers(4_000, { presses: "1", talksMs: 60_000 });
    await customer.dials(BUSINESS_NUMBER);
    await clock.advance(30_000);
    expect(await calls()).toMatchObject([{ answered: true, missed: false, ended_at: null, status: "in-progress" }]);
    await clock.advance(5 * MINUTE);
    expect(await calls()).toMatchObject([{ answered: true, missed: false, status: "completed", is_final: true }]);
    expect(customer.inbox).toEqual([]);
  });

  it("nobody answers: missed, and the caller hears what comes next", async () => {
    const { clock, customer, calls, simulator } = await openWorld();
    await customer.dials(BUSINESS_NUMBER);
    await clock.advance(5 * MINUTE);
    expect(await calls()).toMatchObject([{ missed: true, missed_reason: "no_answer", is_final: true }]);
    expect(customer.heard.map(({ text }) => text).join(" ")).toContain("Thank you for calling Rivera Plumbing");
    expect(simulator.truth.alerts()).toEqual([]);
  });

  it("the owner's voicemail picks up: missed", async () => {
    const { clock, customer, owner, calls } = await openWorld();
    owner.hasVoicemail(10_000);
    await customer.dials(BUSINESS_NUMBER);
    await clock.advance(5 * MINUTE);
    expect(await calls()).toMatchObject([{ missed: true, missed_reason: "not_accepted" }]);
  });

  it("the owner picks up and presses nothing: missed", async () => {
    const { clock, customer, owner, calls } = await openWorld();
    owner.answers(4_000);
    await customer.dials(BUSINESS_NUMBER);
    await clock.advance(5 * MINUTE);
    expect(await calls()).toMatchObject([{ missed: true, missed_reason: "not_accepted" }]);
  });

  it("the owner refuses the call: busy", async () => {
    const { clock, customer, owner, calls } = await openWorld();
    owner.hasVoicemail(null).rejects();
    await customer.dials(BUSINESS_NUMBER);
    await clock.advance(5 * MINUTE);
    expect(await calls()).toMatchObject([{ missed: true, missed_reason: "busy" }]);
  });

  it("the owner's phone is off: failed", async () => {
    const { clock, customer, owner, calls } = await openWorld();
    owner.is({ isOn: false, voicemailAfterMs: null });
    await customer.dials(BUSINESS_NUMBER);
    await clock.advance(5 * MINUTE);
    expect(await calls()).toMatchObject([{ missed: true, missed_reason: "failed" }]);
  });

  it("the caller hangs up while it rings: missed", async () => {
    const { clock, customer, calls } = await openWorld();
    await customer.dials(BUSINESS_NUMBER);
    await clock.advance(6_000);
    await customer.hangsUp();
    await clock.advance(5 * MINUTE);
    expect(await calls()).toMatchObject([{ missed: true, missed_reason: "caller_hung_up", is_final: true }]);
  });

  it("a number that the business's own carrier forwards to: missed on arrival", async () => {
    const { clock, customer, calls } = await openWorld({ business: { installation: "forwarded" } });
    await customer.dials(BUSINESS_NUMBER);
    await clock.advance(5 * MINUTE);
    expect(await calls()).toMatchObject([{ missed: true, missed_reason: "forwarded" }]);
    expect(customer.heard.map(({ text }) => text).join(" ")).toContain("We will text you");
  });

  it("the owner's phone forwards our own ringing back here: turned away, and only one call was missed", async () => {
    const { clock, customer, owner, calls } = await openWorld();
    owner.is({ forwarding: { to: BUSINESS_NUMBER, afterMs: 5_000 } });
    await customer.dials(BUSINESS_NUMBER);
    await clock.advance(5 * MINUTE);
    const missed = (await calls()).filter((call) => call.missed === true);
    expect(missed).toHaveLength(1);
  });
});

describe("calls over a bad line", () => {
  const faults = {
    webhooks: { duplicated: 0.5, delayed: 0.3, delayMaxMs: 4_000, reordered: 0.3 },
    states: { finalFirst: 0.5 },
  };

  it.each([1, 2, 3, 4, 5])("come to the same end, seed %i", async (seed) => {
    const { clock, customer, owner, calls, simulator } = await openWorld({ seed, faults });
    const ends: object[] = [];
    for (const isAnswered of [true, false, true, false]) {
      if (isAnswered) owner.answers(4_000, { presses: "1", talksMs: 30_000 });
      else owner.ignoresCalls();
      await customer.dials(BUSINESS_NUMBER);
      await clock.advance(10 * MINUTE);
      ends.push(isAnswered ? { answered: true, missed: false } : { answered: false, missed: true });
    }
    expect(await calls()).toMatchObject(ends.map((end) => ({ ...end, is_final: true })));
    expect(simulator.truth.calls().filter(({ direction }) => direction === "inbound")).toHaveLength(4);
  });
});
