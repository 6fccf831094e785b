import { describe, expect, it } from "vitest";
import { handBack, takeOver } from "../../src/modules/conversations/index.ts";
import { createPerson } from "../../src/modules/identity/index.ts";
import { SYSTEM } from "../../src/platform/scope.ts";
import { customerOf } from "../kit/customer.ts";
import { recordsOf } from "../kit/records.ts";
import { OWNER_MOBILE, worldForThisTest } from "../kit/world.ts";

describe("STOP", () => {
  it("ends everything, in the middle of a booking, and only the carrier confirms it", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    await customer.callsInVain();
    await customer.writes("my sink leaks");
    const ours = (await recordsOf(world).sends()).length;
    const answers = await customer.writes("STOP");
    expect(answers).toEqual([expect.stringContaining("unsubscribed")]);
    await customer.callsInVain();
    await world.clock.advance(24 * 3600_000);
    expect(await recordsOf(world).sends()).toHaveLength(ours);
    expect(await recordsOf(world).textBacks()).toMatchObject([
      { outcome: "texted" },
      { outcome: "not_texted", reason: "opted_out" },
    ]);
  });
});

describe("danger", () => {
  it("at night: safety words first, and the owner is reached", async () => {
    const world = await worldForThisTest({ startAt: Temporal.Instant.from("2026-03-04T08:30:00Z") });
    const customer = customerOf(world);
    await customer.callsInVain();
    const [answer = ""] = await customer.writes("I smell gas in the kitchen!!");
    expect(answer).toMatch(/^If you smell gas: leave now/);
    expect(world.simulator.person(OWNER_MOBILE).inbox.map((text) => text.body)).toEqual([
      expect.stringContaining("DANGER"),
    ]);
    expect(await recordsOf(world).conversations()).toMatchObject([{ owner_kind: "none" }]);
  });
});

describe("the service area", () => {
  it("declines an address too far away, and promises nothing", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    await customer.callsInVain();
    await customer.writes("need a drain cleared");
    const [answer = ""] = await customer.writes("200 Alamo Plaza, San Antonio 78205");
    expect(answer).toMatch(/outside the area/);
    expect(await recordsOf(world).appointments()).toEqual([]);
  });
});

describe("Spanish", () => {
  it("is answered in Spanish, up to the booked visit", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    await customer.callsInVain();
    expect(await customer.writes("Buenos días, tengo una fuga en el baño")).toEqual([
      expect.stringMatching(/asistente automático.*dirección/),
    ]);
    for (const words of ["1420 Oak St, Austin 78704", "mañana a las 2 de la tarde", "Guadalupe Herrera", "sí"])
      await customer.writes(words);
    expect(await recordsOf(world).appointments()).toMatchObject([{ status: "scheduled" }]);
    expect(await recordsOf(world).conversations()).toMatchObject([{ language: "es" }]);
  });
});

describe("a person", () => {
  it("takes over: the assistant is silent until it is handed back", async () => {
    const world = await worldForThisTest();
    const { ports } = world.house;
    const { tenantId } = world.business;
    const userId = await createPerson(ports, {
      tenantId,
      email: "elena@rivera.example",
      password: "correct horse battery",
      firstName: "Elena",
      lastName: "Rivera",
      role: "owner",
    });
    const customer = customerOf(world);
    await customer.callsInVain();
    await customer.writes("my sink leaks");
    const [conversation] = await recordsOf(world).conversations();
    const id = conversation?.id ?? "";
    await ports.scope(tenantId, SYSTEM, (scope) => takeOver(scope, id, userId));
    expect(await customer.writes("hello? are you there?")).toEqual([]);
    const before = customer.received().length;
    await ports.scope(tenantId, SYSTEM, (scope) => handBack(scope, id));
    await world.clock.advance(60_000);
    expect(customer.received().slice(before)).toHaveLength(1);
    expect(await customer.writes("1420 Oak St, Austin 78704")).toHaveLength(1);
  });

  it("is called when the customer asks for one", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    await customer.callsInVain();
    expect(await customer.writes("can I talk to a real person please")).toEqual([expect.stringMatching(/person/)]);
    expect(await recordsOf(world).conversations()).toMatchObject([{ owner_kind: "none" }]);
  });
});

describe("a burst", () => {
  it("of texts is answered once", async () => {
    const world = await worldForThisTest();
    const customer = customerOf(world);
    await customer.callsInVain();
    for (const words of ["hi", "my water heater", "is leaking everywhere"]) {
      await customer.person.texts(words);
      await world.clock.advance(1_000);
    }
    await world.clock.advance(60_000);
    expect(customer.received()).toHaveLength(2);
  });
});
