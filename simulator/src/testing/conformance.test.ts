import { describe, expect, it } from "vitest";
import { readMaterial } from "./material.ts";
import { business, customer, owner, startTestWorld, type TestWorld } from "./test-world.ts";

interface Recorded {
  bodies: { id: string; kind: string; body: string }[];
}
interface Specification {
  components: { schemas: Record<string, { properties: Record<string, unknown> }> };
}

const recorded = readMaterial<Recorded>("twilio-webhooks", "recorded.json")?.bodies ?? [];
const api = readMaterial<Specification>("twilio-openapi", "twilio_api_v2010.json");
const messaging = readMaterial<Specification>("twilio-openapi", "twilio_messaging_v1.json");
const lookups = readMaterial<Specification>("twilio-openapi", "twilio_lookups_v2.json");

/** A call that is screened, answered and ended, a text and a photo that come in, a text that goes out. */
async function liveThroughADay(world: TestWorld): Promise<void> {
  world.simulator.person(owner).answers(2_000, { talksMs: 10_000 });
  const person = world.simulator.person(customer);
  await person.dials(business);
  await world.clock.advance(30_000);
  await person.texts("Hi", { to: business });
  await person.texts("", { photos: [{ contentType: "image/jpeg", bytes: Buffer.from("jpeg") }] });
  const statusCallback = `${world.receiver.url}/message-status`;
  await world.client.messages.create({ from: business, to: customer, body: "Hello", statusCallback });
  await world.clock.advance(5_000);
}

const day = {
  "/voice": `<Response><Dial action="/dialled" record="record-from-answer"><Number machineDetection="Enable" statusCallback="/leg" statusCallbackEvent="initiated ringing answered completed">${owner}</Number></Dial></Response>`,
};

/** Where the webhook of a recorded kind arrives, and what Twilio sends only now and then. */
const counterparts: Record<string, { path: string; at: number; sometimes: string[] }> = {
  "voice.status.initiated": { path: "/leg", at: 0, sometimes: [] },
  "voice.status.completed": { path: "/leg", at: -1, sometimes: [] },
  "voice.dial.action": { path: "/dialled", at: -1, sometimes: [] },
  "voice.inbound.ringing": { path: "/voice", at: 0, sometimes: ["CallToken"] },
  "sms.inbound": { path: "/sms", at: 0, sometimes: [] },
  "mms.inbound": { path: "/sms", at: 1, sometimes: [] },
  "sms.status": { path: "/message-status", at: -1, sometimes: [] },
};

describe.runIf(recorded.length > 0)("webhooks have every parameter of those recorded from Twilio", () => {
  it.each(recorded)("$id", async ({ kind, body }) => {
    const counterpart = counterparts[kind];
    if (!counterpart) throw new Error(`Nothing is simulated for ${kind}.`);
    await using world = await startTestWorld(day);
    await liveThroughADay(world);
    const ours = world.receiver.all(counterpart.path).at(counterpart.at)?.params ?? {};
    const theirs = [...new URLSearchParams(body).keys()].filter((name) => !counterpart.sometimes.includes(name));
    expect(Object.keys(ours)).toEqual(expect.arrayContaining(theirs));
  });
});

describe.runIf(api && messaging && lookups)("resources have exactly the properties of Twilio's specification", () => {
  const read = async (world: TestWorld, path: string): Promise<Record<string, unknown>> => {
    const { sid, authToken } = world.account;
    const headers = { Authorization: `Basic ${Buffer.from(`${sid}:${authToken}`).toString("base64")}` };
    const response = await fetch(`${world.simulator.url}${path}`, { headers });
    const body = (await response.json()) as Record<string, unknown>;
    const list = Object.values(body).find(Array.isArray);
    return (list?.[0] ?? body) as Record<string, unknown>;
  };
  const propertiesOf = (specification: Specification | undefined, schema: string): string[] =>
    Object.keys(specification?.components.schemas[schema]?.properties ?? {}).sort();

  it.each([
    ["Calls.json", "api.v2010.account.call"],
    ["Messages.json", "api.v2010.account.message"],
    ["Recordings.json", "api.v2010.account.recording"],
    ["IncomingPhoneNumbers.json", "api.v2010.account.incoming_phone_number"],
    [
      "AvailablePhoneNumbers/US/Local.json",
      "api.v2010.account.available_phone_number_country.available_phone_number_local",
    ],
  ])("%s", async (path, schema) => {
    await using world = await startTestWorld(day);
    await liveThroughADay(world);
    const resource = await read(world, `/api/2010-04-01/Accounts/${world.account.sid}/${path}`);
    expect(Object.keys(resource).sort()).toEqual(propertiesOf(api, schema));
  });

  it("accounts, services, lookups", async () => {
    await using world = await startTestWorld();
    const service = await world.client.messaging.v1.services.create({ friendlyName: "Texts" });
    const account = await read(world, "/api/2010-04-01/Accounts.json");
    expect(Object.keys(account).sort()).toEqual(propertiesOf(api, "api.v2010.account"));
    const one = await read(world, `/messaging/v1/Services/${service.sid}`);
    expect(Object.keys(one).sort()).toEqual(propertiesOf(messaging, "messaging.v1.service"));
    const lookup = await read(world, `/lookups/v2/PhoneNumbers/${customer}`);
    expect(Object.keys(lookup).sort()).toEqual(propertiesOf(lookups, "LookupResponse"));
  });
});
