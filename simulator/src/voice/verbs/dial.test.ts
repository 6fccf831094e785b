import { describe, expect, it } from "vitest";
import { business, customer, owner, partner, startTestWorld } from "../../testing/test-world.ts";

const dial = (attributes: string, numbers = `<Number>${owner}</Number>`) =>
  `<Response><Dial action="/dialled" ${attributes}>${numbers}</Dial></Response>`;

describe("an answered call", () => {
  it("connects both parties, carries their words, and tells the action how it went", async () => {
    await using world = await startTestWorld({ "/voice": dial('answerOnBridge="true"') });
    const [caller, callee] = [world.simulator.person(customer), world.simulator.person(owner).answers(5_000)];
    await caller.dials(business);
    await world.clock.advance(5_000);
    await caller.says("Do you fix heaters?");
    await callee.says("We do.");
    await world.clock.advance(60_000);
    await callee.hangsUp();

    expect(callee.heard.map(({ text }) => text)).toContain("Do you fix heaters?");
    expect(caller.heard.map(({ text }) => text)).toContain("We do.");
    expect(world.receiver.last("/dialled")?.params).toMatchObject({
      CallStatus: "in-progress",
      DialCallStatus: "completed",
      DialBridged: "true",
      DialCallDuration: "60",
    });
    const [parent, child] = world.simulator.truth.calls();
    expect(child).toMatchObject({ parentCallSid: parent?.sid, direction: "outbound-dial", from: customer, to: owner });
    expect([parent?.status, child?.status]).toEqual(["completed", "completed"]);
    expect(world.receiver.last("/voice-status")?.params).toMatchObject({
      CallStatus: "completed",
      CallDuration: "60",
      Duration: "1",
    });
  });

  it("asks the action in vain when it is the caller who hangs up", async () => {
    await using world = await startTestWorld({
      "/voice": dial(""),
      "/dialled": "<Response><Say>too late</Say></Response>",
    });
    world.simulator.person(owner).answers(1_000);
    const caller = world.simulator.person(customer);
    await caller.dials(business);
    await world.clock.advance(10_000);
    await caller.hangsUp();
    expect(world.receiver.last("/dialled")?.params).toMatchObject({
      CallStatus: "completed",
      DialCallStatus: "completed",
    });
    expect(caller.heard.map(({ text }) => text)).not.toContain("too late");
  });
});

describe("a call that nobody takes", () => {
  it("ends without an action when the caller gives up while it rings", async () => {
    await using world = await startTestWorld({ "/voice": dial('answerOnBridge="true"') });
    const caller = world.simulator.person(customer);
    await caller.dials(business);
    await world.clock.advance(7_000);
    await caller.hangsUp();
    await world.clock.advance(60_000);
    expect(world.receiver.all("/dialled")).toEqual([]);
    expect(world.simulator.truth.calls().map(({ status }) => status)).toEqual(["no-answer", "canceled"]);
    expect(world.simulator.person(owner).line).toBeUndefined();
    expect(world.receiver.last("/voice-status")?.params["CallStatus"]).toBe("no-answer");
  });

  it("is completed, not unanswered, when the carrier picked up before it rang", async () => {
    await using world = await startTestWorld({ "/voice": dial("") });
    const caller = world.simulator.person(customer);
    await caller.dials(business);
    await caller.hangsUp();
    expect(world.receiver.last("/voice-status")?.params["CallStatus"]).toBe("completed");
  });

  it.each([
    ["busy", (world: Awaited<ReturnType<typeof startTestWorld>>) => world.simulator.person(owner).rejects(3_000)],
    [
      "failed",
      (world: Awaited<ReturnType<typeof startTestWorld>>) => world.simulator.person(owner).is({ isOn: false }),
    ],
    ["no-answer", (world: Awaited<ReturnType<typeof startTestWorld>>) => world.simulator.person(owner).ignoresCalls()],
  ])("says %s", async (status, prepare) => {
    await using world = await startTestWorld({ "/voice": dial('timeout="10"') });
    prepare(world);
    await world.simulator.person(customer).dials(business);
    await world.clock.advance(10_000);
    expect(world.receiver.last("/dialled")?.params).toMatchObject({ DialCallStatus: status, DialBridged: "false" });
    expect(world.receiver.last("/dialled")?.params["DialCallDuration"]).toBeUndefined();
  });

  it("is busy while the callee talks to someone else", async () => {
    await using world = await startTestWorld({ "/voice": dial("") });
    const [callee, other] = [world.simulator.person(owner).answers(0), world.simulator.person(partner)];
    await other.dials(owner);
    await world.clock.advance(1_000);
    expect(callee.line?.state).toBe("talking");
    await world.simulator.person(customer).dials(business);
    expect(world.receiver.last("/dialled")?.params["DialCallStatus"]).toBe("busy");
  });
});

describe("several numbers", () => {
  const both = `<Number>${owner}</Number><Number>${partner}</Number>`;

  it("ring at once; the first answer wins and the other stops ringing", async () => {
    await using world = await startTestWorld({ "/voice": dial('timeout="30"', both) });
    world.simulator.person(partner).answers(8_000);
    await world.simulator.person(customer).dials(business);
    expect(world.simulator.person(owner).line?.state).toBe("ringing");
    await world.clock.advance(8_000);
    expect(world.simulator.person(owner).line).toBeUndefined();
    expect(world.simulator.person(partner).line?.state).toBe("talking");
    expect(world.simulator.truth.calls().map(({ to, status }) => [to, status])).toEqual([
      [business, "in-progress"],
      [owner, "canceled"],
      [partner, "in-progress"],
    ]);
  });

  it("ring one after another when they are to", async () => {
    await using world = await startTestWorld({ "/voice": dial('timeout="10" sequential="true"', both) });
    await world.simulator.person(customer).dials(business);
    expect(world.simulator.person(partner).line).toBeUndefined();
    await world.clock.advance(10_000);
    expect(world.simulator.person(owner).line).toBeUndefined();
    expect(world.simulator.person(partner).line?.state).toBe("ringing");
  });
});

describe("screening", () => {
  const screened = dial(
    'answerOnBridge="true" timeout="40"',
    `<Number url="/whisper" statusCallback="/leg" statusCallbackEvent="initiated ringing answered completed">${owner}</Number>`,
  );
  const twiml = {
    "/voice": screened,
    "/whisper":
      '<Response><Gather numDigits="1" timeout="5" action="/accepted"><Say>Press 1</Say></Gather><Hangup/></Response>',
    "/accepted": "<Response/>",
  };

  it("connects the callee who presses a key", async () => {
    await using world = await startTestWorld(twiml);
    world.simulator.person(owner).answers(3_000, { presses: "1" });
    const caller = world.simulator.person(customer);
    await caller.dials(business);
    await world.clock.advance(3_000);
    expect(caller.line?.state).toBe("ringing");
    await world.clock.advance(2_000);
    expect(caller.line?.state).toBe("talking");
    expect(world.receiver.last("/accepted")?.params).toMatchObject({ Digits: "1", To: owner });
    expect(world.receiver.last("/accepted")?.params["ParentCallSid"]).toBe(world.simulator.truth.calls()[0]?.sid);
  });

  it("does not take a voicemail box for a person", async () => {
    await using world = await startTestWorld(twiml);
    world.simulator.person(owner).hasVoicemail(15_000);
    await world.simulator.person(customer).dials(business);
    await world.clock.advance(40_000);
    expect(world.receiver.last("/dialled")?.params).toMatchObject({
      DialCallStatus: "completed",
      DialBridged: "false",
    });
  });

  it("tells every event of the leg once, numbered, with the parent's sid", async () => {
    await using world = await startTestWorld(twiml);
    world.simulator.person(owner).answers(3_000, { presses: "1", talksMs: 20_000 });
    await world.simulator.person(customer).dials(business);
    await world.clock.advance(60_000);
    const told = world.receiver.all("/leg").map(({ params }) => [params["CallStatus"], params["SequenceNumber"]]);
    expect(told).toEqual([
      ["initiated", "0"],
      ["ringing", "1"],
      ["in-progress", "2"],
      ["completed", "3"],
    ]);
    const last = world.receiver.last("/leg")?.params;
    expect(last).toMatchObject({
      CallbackSource: "call-progress-events",
      Direction: "outbound-dial",
      CallDuration: "20",
    });
    expect(last?.["Timestamp"]).toBe("Mon, 03 Mar 2025 15:00:23 +0000");
  });

  it("says who answered when machines are to be detected", async () => {
    await using world = await startTestWorld({
      "/voice": dial("", `<Number machineDetection="Enable" statusCallback="/leg">${owner}</Number>`),
    });
    world.simulator.person(owner).hasVoicemail(5_000);
    const caller = world.simulator.person(customer);
    await caller.dials(business);
    await world.clock.advance(9_000);
    await caller.hangsUp();
    expect(world.receiver.last("/leg")?.params["AnsweredBy"]).toBe("machine_start");
  });
});

it("records from the answer on and tells when the recording is ready", async () => {
  await using world = await startTestWorld({
    "/voice": dial('record="record-from-answer-dual" recordingStatusCallback="/recorded"'),
  });
  world.simulator.person(owner).answers(1_000, { says: "Hello", talksMs: 30_000 });
  await world.simulator.person(customer).dials(business);
  await world.clock.advance(60_000);
  const [recording] = world.simulator.truth.recordings();
  expect(recording).toMatchObject({ durationS: 30, channels: 2, source: "DialVerb", said: "Hello" });
  expect(world.receiver.last("/dialled")?.params["RecordingSid"]).toBe(recording?.sid);
  expect(world.receiver.last("/recorded")?.params).toMatchObject({
    RecordingStatus: "completed",
    RecordingDuration: "30",
  });
});
