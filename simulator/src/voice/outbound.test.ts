import { describe, expect, it } from "vitest";
import { business, customer, owner, startTestWorld } from "../testing/test-world.ts";

const refusedWith = (code: number) => expect.objectContaining({ code });

describe("a call made by REST", () => {
  it("is queued, rings, is answered and performs its instructions, telling each step", async () => {
    await using world = await startTestWorld({
      "/alert": '<Response><Gather numDigits="1" action="/acknowledged"><Say>Press 1</Say></Gather></Response>',
    });
    world.simulator.person(owner).answers(6_000, { presses: "1" });
    const created = await world.client.calls.create({
      from: business,
      to: owner,
      url: `${world.receiver.url}/alert`,
      statusCallback: `${world.receiver.url}/progress`,
      statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
      machineDetection: "Enable",
    });
    expect(created.status).toBe("queued");
    await world.clock.advance(30_000);
    expect(world.receiver.all("/progress").map(({ params }) => params["CallStatus"])).toEqual([
      "initiated",
      "ringing",
      "in-progress",
      "completed",
    ]);
    expect(world.receiver.last("/alert")?.params).toMatchObject({ Direction: "outbound-api", AnsweredBy: "human" });
    expect(world.receiver.last("/acknowledged")?.params["Digits"]).toBe("1");
    const call = await world.client.calls(created.sid).fetch();
    expect(call).toMatchObject({ status: "completed", answeredBy: "human", duration: "1" });
  });

  it("ends unanswered after its time-out", async () => {
    await using world = await startTestWorld();
    const { sid } = await world.client.calls.create({ from: business, to: owner, twiml: "<Response/>", timeout: 15 });
    await world.clock.advance(15_000);
    expect((await world.client.calls(sid).fetch()).status).toBe("no-answer");
  });

  it("waits for the account's turn: one call a second", async () => {
    await using world = await startTestWorld();
    for (const to of [owner, customer]) await world.client.calls.create({ from: business, to, twiml: "<Response/>" });
    await world.clock.settle();
    expect(world.simulator.truth.calls().map(({ status }) => status)).toEqual(["ringing", "queued"]);
    await world.clock.advance(1_000);
    expect(world.simulator.truth.calls().map(({ status }) => status)).toEqual(["ringing", "ringing"]);
  });

  it("can be cancelled while it rings and completed while it lasts, but not afterwards", async () => {
    await using world = await startTestWorld();
    const { sid } = await world.client.calls.create({ from: business, to: owner, twiml: "<Response/>" });
    await world.clock.settle();
    expect((await world.client.calls(sid).update({ status: "canceled" })).status).toBe("canceled");
    expect(world.simulator.person(owner).line).toBeUndefined();
    await expect(world.client.calls(sid).update({ status: "completed" })).rejects.toEqual(refusedWith(21220));
  });

  it("goes on with other instructions when it is redirected", async () => {
    await using world = await startTestWorld();
    const callee = world.simulator.person(owner).answers(0);
    const twiml = '<Response><Pause length="100"/></Response>';
    const { sid } = await world.client.calls.create({ from: business, to: owner, twiml });
    await world.clock.advance(1_000);
    await world.client.calls(sid).update({ twiml: "<Response><Say>Something else</Say></Response>" });
    await world.clock.advance(5_000);
    expect(callee.heard.map(({ text }) => text)).toEqual([]);
    expect(
      world.simulator.truth
        .events()
        .some(({ type, data }) => type === "call.heard" && data["text"] === "Something else"),
    ).toBe(true);
    expect((await world.client.calls(sid).fetch()).status).toBe("completed");
  });

  it("reaches a number of the carrier's own, which receives it as any other call", async () => {
    const line = "+12125550150";
    await using world = await startTestWorld(
      { "/voice": "<Response><Say>Welcome</Say></Response>" },
      { account: { numbers: [{ phoneNumber: line }] } },
    );
    await world.client.calls.create({ from: line, to: business, twiml: '<Response><Pause length="60"/></Response>' });
    await world.clock.advance(30_000);
    expect(world.simulator.truth.calls().map(({ direction, status }) => [direction, status])).toEqual([
      ["outbound-api", "completed"],
      ["inbound", "completed"],
    ]);
  });

  it.each([
    [21210, { from: "+12125550177", to: owner }],
    [21211, { from: business, to: "12" }],
    [21215, { from: business, to: "+442079460123" }],
  ])("is refused with %i", async (code, numbers) => {
    await using world = await startTestWorld();
    await expect(world.client.calls.create({ ...numbers, twiml: "<Response/>" })).rejects.toEqual(refusedWith(code));
  });
});
