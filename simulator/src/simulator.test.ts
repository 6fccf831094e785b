import { afterEach, describe, expect, it } from "vitest";
import { createVirtualClock } from "./clock/clocks.ts";
import { createSimulator, type Simulator } from "./simulator.ts";
import { type Receiver, startReceiver } from "./testing/receiver.ts";
import { twilioClient } from "./testing/twilio-client.ts";

const business = "+12125550100";
const owner = "+12125550101";
const customer = "+12125550102";
const account = { sid: `AC${"1".repeat(32)}`, authToken: "token-one" };

let receiver: Receiver;
let simulator: Simulator;

async function startWorld(twiml: Record<string, string> = {}) {
  receiver = await startReceiver(account.authToken, twiml);
  simulator = createSimulator({
    clock: createVirtualClock(Date.parse("2025-03-03T15:00:00Z")),
    seed: 7,
    accounts: [
      {
        ...account,
        numbers: [
          {
            phoneNumber: business,
            voiceUrl: `${receiver.url}/voice`,
            smsUrl: `${receiver.url}/sms`,
            statusCallback: `${receiver.url}/voice-status`,
          },
        ],
      },
    ],
    handsets: [
      { number: owner, name: "Owner" },
      { number: customer, name: "Customer" },
    ],
  });
  await simulator.listen();
  return simulator;
}

afterEach(async () => {
  await simulator.close();
  await receiver.close();
});

describe("a missed call", () => {
  it("rings the owner, times out, asks the action and lets a text be sent", async () => {
    const { clock, person, truth } = (await startWorld({
      "/voice": `<Response><Dial timeout="20" answerOnBridge="true" action="/dialled"><Number>${owner}</Number></Dial></Response>`,
      "/dialled": "<Response><Hangup/></Response>",
    })) as Simulator & { clock: ReturnType<typeof createVirtualClock> };
    const caller = person(customer);
    await caller.dials(business);
    expect(person(owner).line?.peer).toBe(customer);

    await clock.advance(20_000);
    const [parent, child] = truth.calls();
    expect([parent?.status, child?.status]).toEqual(["no-answer", "no-answer"]);
    expect(receiver.last("/dialled")?.params).toMatchObject({ DialCallStatus: "no-answer", DialBridged: "false" });
    expect(receiver.last("/voice-status")?.params).toMatchObject({ CallStatus: "no-answer", SequenceNumber: "0" });

    const client = twilioClient(account, simulator.url);
    const message = await client.messages.create({
      from: business,
      to: customer,
      body: "Sorry we missed you",
      statusCallback: `${receiver.url}/message-status`,
    });
    expect(message.status).toBe("queued");
    await clock.advance(5_000);
    expect(receiver.all("/message-status").map(({ params }) => params["MessageStatus"])).toEqual(["sent", "delivered"]);
    expect(caller.inbox.map(({ body }) => body)).toEqual(["Sorry we missed you"]);

    await caller.texts("my water heater is leaking");
    expect(receiver.last("/sms")?.params).toMatchObject({
      Body: "my water heater is leaking",
      From: customer,
      NumMedia: "0",
    });
    expect(receiver.refused).toBe(0);
  });
});
