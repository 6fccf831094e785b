import { describe, expect, it } from "vitest";
import { business, customer, startTestWorld } from "../../testing/test-world.ts";

const call = async (twiml: Record<string, string>) => {
  const world = await startTestWorld(twiml);
  const caller = world.simulator.person(customer);
  await caller.dials(business);
  return { world, caller, heard: () => caller.heard.map(({ text }) => text) };
};

describe("Gather", () => {
  const menu =
    '<Response><Gather numDigits="2" action="/chosen"><Say>Choose</Say><Say>again</Say></Gather><Say>Nothing</Say></Response>';

  it("takes keys while it still speaks and asks the action", async () => {
    const { world, caller, heard } = await call({
      "/voice": menu,
      "/chosen": "<Response><Say>Thanks</Say></Response>",
    });
    await using _ = world;
    await caller.presses("4");
    await caller.presses("2");
    expect(world.receiver.last("/chosen")?.params).toMatchObject({ Digits: "42", FinishedOnKey: "" });
    expect(heard()).toEqual(["Choose", "Thanks"]);
  });

  it("goes on to the next verb after five seconds without a key", async () => {
    const { world, heard } = await call({ "/voice": menu });
    await using _ = world;
    await world.clock.advance(20_000);
    expect(world.receiver.all("/chosen")).toEqual([]);
    expect(heard()).toEqual(["Choose", "again", "Nothing"]);
  });

  it("asks the action even of silence when told so", async () => {
    const { world } = await call({
      "/voice": '<Response><Gather action="/chosen" actionOnEmptyResult="true" timeout="3"/></Response>',
    });
    await using _ = world;
    await world.clock.advance(3_000);
    expect(world.receiver.last("/chosen")?.params["Digits"]).toBe("");
  });

  it("ends on the finishing key, which is not a digit", async () => {
    const { world, caller } = await call({ "/voice": '<Response><Gather action="/chosen"/></Response>' });
    await using _ = world;
    await caller.presses("123#");
    expect(world.receiver.last("/chosen")?.params).toMatchObject({ Digits: "123", FinishedOnKey: "#" });
  });

  it("takes words when speech is allowed", async () => {
    const { world, caller } = await call({
      "/voice": '<Response><Gather input="dtmf speech" action="/chosen"/></Response>',
    });
    await using _ = world;
    await caller.says("a leaking pipe");
    expect(world.receiver.last("/chosen")?.params).toMatchObject({
      SpeechResult: "a leaking pipe",
      Confidence: "0.92",
    });
  });
});

describe("Record", () => {
  const voicemail =
    '<Response><Say>Leave a message</Say><Record action="/recorded" maxLength="30" recordingStatusCallback="/ready" transcribeCallback="/transcribed"/><Say>Nobody spoke</Say></Response>';

  it("keeps what was said, tells where it is, and what the words were", async () => {
    const { world, caller } = await call({ "/voice": voicemail });
    await using _ = world;
    await world.clock.advance(1_500);
    await caller.says("My basement is flooding", 4);
    await world.clock.advance(20_000);
    const told = world.receiver.last("/recorded")?.params;
    expect(told).toMatchObject({ RecordingDuration: "9", Digits: "" });
    expect(world.receiver.last("/ready")?.params).toMatchObject({
      RecordingSource: "RecordVerb",
      RecordingUrl: told?.["RecordingUrl"],
    });
    expect(world.receiver.last("/transcribed")?.params["TranscriptionText"]).toBe("My basement is flooding");
  });

  it("asks the action also when the caller hangs up, as Digits=hangup", async () => {
    const { world, caller } = await call({ "/voice": voicemail });
    await using _ = world;
    await world.clock.advance(3_000);
    await caller.says("Call me back", 2);
    await caller.hangsUp();
    expect(world.receiver.last("/recorded")?.params).toMatchObject({ Digits: "hangup", CallStatus: "completed" });
  });

  it("keeps nothing when nothing was said", async () => {
    const { world, heard } = await call({ "/voice": voicemail });
    await using _ = world;
    await world.clock.advance(20_000);
    expect(heard()).toContain("Nobody spoke");
    expect(world.simulator.truth.recordings()).toEqual([]);
  });
});

describe("control", () => {
  it("rejects without picking up", async () => {
    const { world, caller } = await call({ "/voice": '<Response><Reject reason="busy"/></Response>' });
    await using _ = world;
    expect(caller.line).toBeUndefined();
    expect(world.simulator.truth.calls()[0]).toMatchObject({ status: "busy", answeredAt: null });
  });

  it.each(["<Response><Hangup/></Response>", "<Response/>"])("picks up before it hangs up: %s", async (twiml) => {
    const { world } = await call({ "/voice": twiml });
    await using _ = world;
    expect(world.simulator.truth.calls()[0]?.status).toBe("completed");
  });

  it("redirects and leaves the rest undone", async () => {
    const { world, heard } = await call({
      "/voice": "<Response><Redirect>/other?x=1&amp;y=2</Redirect><Say>never</Say></Response>",
      "/other": "<Response><Say>here</Say></Response>",
    });
    await using _ = world;
    expect(heard()).toEqual(["here"]);
  });

  it("hangs up at the end of the document", async () => {
    const { world, caller } = await call({ "/voice": '<Response><Pause length="2"/><Say>Bye</Say></Response>' });
    await using _ = world;
    expect(world.simulator.truth.calls()[0]?.status).toBe("ringing");
    await world.clock.advance(4_000);
    expect(caller.line).toBeUndefined();
    expect(world.simulator.truth.calls()[0]?.status).toBe("completed");
  });

  it("skips what it does not know and says so", async () => {
    const { world, heard } = await call({ "/voice": "<Response><Teleport/><Say>still here</Say></Response>" });
    await using _ = world;
    expect(heard()).toEqual(["still here"]);
    expect(world.simulator.truth.alerts()).toMatchObject([{ errorCode: 12200 }]);
  });

  it("apologises for what is not TwiML and hangs up", async () => {
    const { world, heard, caller } = await call({ "/voice": "<html>oops" });
    await using _ = world;
    await world.clock.advance(5_000);
    expect(heard()[0]).toContain("application error");
    expect(caller.line).toBeUndefined();
    expect(world.simulator.truth.alerts()).toMatchObject([{ errorCode: 12100 }]);
  });
});
