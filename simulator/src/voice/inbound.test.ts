import { describe, expect, it } from "vitest";
import { business, customer, owner, startTestWorld } from "../testing/test-world.ts";

/** The names that Twilio sends with every voice request. Source: recorded requests. */
const voiceNames =
  `AccountSid ApiVersion CallSid CallStatus Called CalledCity CalledCountry CalledState CalledZip Caller
  CallerCity CallerCountry CallerState CallerZip Direction From FromCity FromCountry FromState FromZip To ToCity ToCountry
  ToState ToZip`.split(/\s+/);

describe("a call that comes in", () => {
  it("is told with all of Twilio's parameters and headers", async () => {
    await using world = await startTestWorld();
    await world.simulator.person(customer).dials(business);
    const request = world.receiver.last("/voice");
    expect(Object.keys(request?.params ?? {}).sort()).toEqual(voiceNames.sort());
    expect(request?.params).toMatchObject({ CallStatus: "ringing", Direction: "inbound", FromCity: "NEW YORK" });
    expect(request?.headers).toMatchObject({
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "user-agent": "TwilioProxy/1.1",
      "i-twilio-idempotency-token": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it("shows withheld numbers as Twilio does", async () => {
    await using world = await startTestWorld();
    await world.simulator.person(customer).is({ callerId: "+266696687" }).dials(business);
    expect(world.receiver.last("/voice")?.params).toMatchObject({ From: "+266696687" });
  });

  it("comes by the owner's own carrier when it forwards what is not answered", async () => {
    await using world = await startTestWorld();
    world.simulator.person(owner).is({ forwarding: { to: business, afterMs: 15_000 } });
    const caller = world.simulator.person(customer);
    await caller.dials(owner);
    expect(world.simulator.person(owner).line?.state).toBe("ringing");
    await world.clock.advance(15_000);
    expect(world.simulator.person(owner).line).toBeUndefined();
    expect(world.receiver.last("/voice")?.params).toMatchObject({ From: customer, ForwardedFrom: owner });
  });

  it("is forwarded at once when the owner refuses it", async () => {
    await using world = await startTestWorld();
    world.simulator.person(owner).is({ forwarding: { to: business, afterMs: 15_000 } });
    await world.simulator.person(customer).dials(owner);
    await world.simulator.person(owner).refuses();
    expect(world.receiver.last("/voice")?.params["ForwardedFrom"]).toBe(owner);
  });

  it("is not forwarded when it is answered in time", async () => {
    await using world = await startTestWorld();
    const callee = world.simulator
      .person(owner)
      .is({ forwarding: { to: business, afterMs: 15_000 } })
      .answers(5_000);
    const caller = world.simulator.person(customer);
    await caller.dials(owner);
    await world.clock.advance(60_000);
    await caller.says("Hello?");
    expect(callee.heard.map(({ text }) => text)).toEqual(["Hello?"]);
    expect(world.receiver.all("/voice")).toEqual([]);
  });

  it("goes to the fallback when the voice hook fails", async () => {
    await using world = await startTestWorld({
      "/voice": (_, reply) => {
        void reply.code(500);
        return "broken";
      },
      "/voice-fallback": "<Response><Say>Fallback</Say></Response>",
    });
    const caller = world.simulator.person(customer);
    await caller.dials(business);
    expect(caller.heard.map(({ text }) => text)).toEqual(["Fallback"]);
    expect(world.receiver.last("/voice-fallback")?.params).toMatchObject({
      ErrorCode: "11200",
      ErrorUrl: `${world.receiver.url}/voice`,
    });
    expect(world.simulator.truth.alerts()).toMatchObject([{ errorCode: 11200 }]);
  });

  it("fails at a number without a voice hook", async () => {
    await using world = await startTestWorld({}, { account: { numbers: [{ phoneNumber: "+12125550150" }] } });
    await world.simulator.person(customer).dials("+12125550150");
    await world.clock.advance(5_000);
    expect(world.simulator.truth.calls()[0]?.status).toBe("failed");
  });
});
