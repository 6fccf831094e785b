import { describe, expect, it } from "vitest";
import { customerOf } from "../kit/customer.ts";
import { recordsOf } from "../kit/records.ts";
import { BUSINESS_NUMBER, OWNER_MOBILE, worldForThisTest } from "../kit/world.ts";

describe("a call counts as missed", () => {
  it("when nobody answers", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    await customer.callsInVain();
    expect(customer.received()).toHaveLength(1);
    expect(await recordsOf(world).calls()).toMatchObject([{ missed: true, missed_reason: "no_answer" }]);
  });

  it("when the owner is busy", async () => {
    const world = await worldForThisTest();
    world.simulator.person(OWNER_MOBILE).rejects(1_000);
    const customer = customerOf(world);
    await customer.callsInVain();
    expect(customer.received()).toHaveLength(1);
    expect(await recordsOf(world).calls()).toMatchObject([{ missed: true, missed_reason: "busy" }]);
  });

  it("when the caller hangs up while it rings", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    await customer.person.dials(BUSINESS_NUMBER);
    await world.clock.advance(5_000);
    await customer.person.hangsUp();
    await world.clock.advance(60_000);
    expect(customer.received()).toHaveLength(1);
    expect(await recordsOf(world).calls()).toMatchObject([{ missed: true }]);
  });

  it("when the owner's voicemail picks up", async () => {
    const world = await worldForThisTest();
    world.simulator.person(OWNER_MOBILE).hasVoicemail(8_000);
    const customer = customerOf(world);
    await customer.callsInVain();
    await world.clock.advance(60_000);
    expect(customer.received()).toHaveLength(1);
    expect(await recordsOf(world).calls()).toMatchObject([{ missed: true }]);
  });

  it("but not when the owner takes it", async () => {
    const world = await worldForThisTest();
    world.simulator.person(OWNER_MOBILE).answers(4_000, { presses: "1", talksMs: 90_000 });
    const customer = customerOf(world);
    await customer.person.dials(BUSINESS_NUMBER);
    await world.clock.advance(180_000);
    expect(customer.received()).toEqual([]);
    expect(await recordsOf(world).calls()).toMatchObject([{ missed: false }]);
  });
});

describe("who gets a text", () => {
  it("a caller who redials twice gets one", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    for (let time = 0; time < 3; time += 1) await customer.callsInVain();
    expect(customer.received()).toHaveLength(1);
    const outcomes = (await recordsOf(world).textBacks()).map((textBack) => textBack.outcome);
    expect(outcomes).toEqual(["texted", "not_texted", "not_texted"]);
  });

  it("a withheld number gets none, and becomes a task", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    customer.person.is({ callerId: "+266696687" });
    await customer.callsInVain();
    expect(customer.received()).toEqual([]);
    expect(await recordsOf(world).textBacks()).toMatchObject([{ outcome: "task_created" }]);
    expect(await recordsOf(world).tasks()).toHaveLength(1);
  });

  it("a landline gets none, and becomes a call task", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    customer.person.is({ lineType: "landline" });
    await customer.callsInVain();
    expect(customer.received()).toEqual([]);
    expect(await recordsOf(world).textBacks()).toMatchObject([{ outcome: "task_created" }]);
  });

  it("is told that the business is closed, after hours and on holidays", async () => {
    const world = await worldForThisTest({ startAt: Temporal.Instant.from("2026-03-04T04:30:00Z") });
    const customer = customerOf(world);
    await customer.callsInVain();
    expect(customer.received()).toEqual([expect.stringContaining("closed right now")]);
    expect(await recordsOf(world).textBacks()).toMatchObject([{ wording: "after_hours" }]);
  });
});
