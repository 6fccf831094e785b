import { expect, it } from "vitest";
import { createLiveClock } from "./clock/clocks.ts";
import { createSimulator } from "./simulator.ts";
import { startReceiver } from "./testing/receiver.ts";
import { business, customer, owner, startTestWorld } from "./testing/test-world.ts";
import { twilioClient } from "./testing/twilio-client.ts";

it("lets a missed call become a text and an answer to it", async () => {
  await using world = await startTestWorld({
    "/voice": `<Response><Dial timeout="20" answerOnBridge="true" action="/dialled"><Number>${owner}</Number></Dial></Response>`,
    "/dialled": "<Response><Hangup/></Response>",
  });
  const { simulator, clock, receiver, client } = world;
  const caller = simulator.person(customer);
  await caller.dials(business);
  expect(simulator.person(owner).line?.peer).toBe(customer);

  await clock.advance(20_000);
  const [parent, child] = simulator.truth.calls();
  expect([parent?.status, child?.status]).toEqual(["no-answer", "no-answer"]);
  expect(receiver.last("/dialled")?.params).toMatchObject({ DialCallStatus: "no-answer", DialBridged: "false" });
  expect(receiver.last("/voice-status")?.params).toMatchObject({ CallStatus: "no-answer", SequenceNumber: "0" });

  const statusCallback = `${receiver.url}/message-status`;
  await client.messages.create({ from: business, to: customer, body: "Sorry we missed you", statusCallback });
  await clock.advance(5_000);
  expect(receiver.all("/message-status").map(({ params }) => params["MessageStatus"])).toEqual(["sent", "delivered"]);
  expect(caller.inbox.map(({ body }) => body)).toEqual(["Sorry we missed you"]);

  await caller.texts("my water heater is leaking");
  expect(receiver.last("/sms")?.params).toMatchObject({ Body: "my water heater is leaking", From: customer });
  expect(receiver.refused).toBe(0);
});

it("tells the same story twice for the same seed", async () => {
  const tell = async () => {
    await using world = await startTestWorld(
      {},
      { seed: "again", faults: { webhooks: { lost: 0.3, duplicated: 0.3 } } },
    );
    const person = world.simulator.person(customer);
    for (let count = 0; count < 20; count++) await person.texts(`text ${count}`, { to: business });
    return world.simulator.truth.webhooks().map(({ sid, resourceSid, fault }) => [sid, resourceSid, fault]);
  };
  const first = await tell();
  expect(first.some(([, , fault]) => fault === "lost")).toBe(true);
  expect(await tell()).toEqual(first);
});

it("lives in real time, and lets an hour pass at once", async () => {
  const account = { sid: `AC${"2".repeat(32)}`, authToken: "token" };
  const receiver = await startReceiver(account.authToken, { "/voice": '<Response><Pause length="60"/></Response>' });
  const clock = createLiveClock();
  const simulator = createSimulator({ clock, accounts: [account] });
  simulator.addNumber(account.sid, { phoneNumber: business, voiceUrl: `${receiver.url}/voice` });
  const url = await simulator.listen();
  const caller = simulator.person(customer);
  await caller.dials(business);
  expect(caller.line?.state).toBe("ringing");
  await twilioClient(account, url).messages.create({ from: business, to: customer, body: "hello" });
  await clock.advance(3_600_000);
  expect(caller.inbox).toHaveLength(1);
  expect(simulator.truth.calls()[0]?.status).toBe("completed");
  await simulator.close();
  await receiver.close();
});
