import { describe, expect, it } from "vitest";
import { business, customer, monday, owner, startTestWorld } from "../testing/test-world.ts";
import { twilioClient } from "../testing/twilio-client.ts";
import { twilioUrl } from "./twilio-url.ts";

const refusedWith = (status: number, code: number) => expect.objectContaining({ status, code });

it("maps Twilio's sub-domains to prefixes and leaves other addresses alone", () => {
  const base = "http://127.0.0.1:4010";
  expect(twilioUrl(base, "https://api.twilio.com/2010-04-01/Accounts.json?Page=1")).toBe(
    `${base}/api/2010-04-01/Accounts.json?Page=1`,
  );
  expect(twilioUrl(base, "https://messaging.dublin.ie1.twilio.com/v1/Services")).toBe(`${base}/messaging/v1/Services`);
  expect(twilioUrl(base, "https://lookups.twilio.com/v2/PhoneNumbers/+1")).toBe(`${base}/lookups/v2/PhoneNumbers/+1`);
  expect(twilioUrl(base, "https://example.com/x")).toBe("https://example.com/x");
  expect(twilioUrl(base, "https://twilio.com.evil.test/x")).toBe("https://twilio.com.evil.test/x");
});

describe("signing in", () => {
  it("takes both tokens of the account, its API keys, and its owner for a subaccount", async () => {
    await using world = await startTestWorld(
      {},
      {
        account: { secondaryAuthToken: "token-two", apiKeys: [{ sid: "SK1", secret: "key-secret" }] },
      },
    );
    const { sid } = world.account;
    await twilioClient({ sid, authToken: "token-two" }, world.simulator.url).calls.list();
    const subaccount = await world.client.api.v2010.accounts.create({ friendlyName: "Customer" });
    expect(await world.client.api.v2010.accounts(subaccount.sid).messages.list()).toEqual([]);
    const response = await fetch(`${world.simulator.url}/api/2010-04-01/Accounts/${sid}/Calls.json`, {
      headers: { Authorization: `Basic ${Buffer.from("SK1:key-secret").toString("base64")}` },
    });
    expect(response.status).toBe(200);
  });

  it("refuses wrong credentials, other people's accounts and suspended ones", async () => {
    await using world = await startTestWorld();
    const other = world.simulator.addAccount({});
    const { sid } = world.account;
    const wrong = twilioClient({ sid, authToken: "wrong" }, world.simulator.url);
    await expect(wrong.calls.list()).rejects.toEqual(refusedWith(401, 20003));
    await expect(world.client.api.v2010.accounts(other.sid).calls.list()).rejects.toEqual(refusedWith(404, 20404));
    await world.client.api.v2010.accounts(sid).update({ status: "suspended" });
    await expect(world.client.calls.list()).rejects.toEqual(refusedWith(401, 20005));
  });
});

describe("lists", () => {
  it("page through everything with tokens that new records do not move", async () => {
    await using world = await startTestWorld({}, { throughput: { local: 1_000, tollFree: 1_000 } });
    const send = (body: string) => world.client.messages.create({ from: business, to: customer, body });
    for (let count = 0; count < 7; count++) await send(`text ${count}`);
    const first = await world.client.messages.page({ pageSize: 3 });
    await send("arrived meanwhile");
    const second = await first.nextPage();
    const third = await second?.nextPage();
    const bodies = [first, second, third].flatMap((page) => page?.instances.map(({ body }) => body) ?? []);
    expect(bodies).toEqual([6, 5, 4, 3, 2, 1, 0].map((count) => `text ${count}`));
    expect(third?.nextPageUrl).toBeUndefined();
  });

  it("filter messages by both numbers and by when they were sent", async () => {
    await using world = await startTestWorld();
    await world.client.messages.create({ from: business, to: customer, body: "one" });
    await world.clock.advance(86_400_000);
    await world.client.messages.create({ from: business, to: customer, body: "two" });
    await world.client.messages.create({ from: business, to: owner, body: "three" });
    await world.clock.advance(10_000);
    const bodies = async (filter: Parameters<typeof world.client.messages.list>[0]) =>
      (await world.client.messages.list(filter)).map(({ body }) => body);
    expect(await bodies({ to: customer })).toEqual(["two", "one"]);
    expect(await bodies({ to: customer, from: owner })).toEqual([]);
    expect(await bodies({ dateSentAfter: new Date(monday + 3_600_000) })).toEqual(["three", "two"]);
    expect(await bodies({ dateSent: new Date(monday) })).toEqual(["one"]);
    expect(await bodies({ dateSentBefore: new Date(monday + 3_600_000) })).toEqual(["one"]);
  });

  it("filter calls by number, status, parent and start", async () => {
    await using world = await startTestWorld({ "/voice": `<Response><Dial>${owner}</Dial></Response>` });
    await world.simulator.person(customer).dials(business);
    await world.clock.advance(40_000);
    const count = async (filter: Parameters<typeof world.client.calls.list>[0]) =>
      (await world.client.calls.list(filter)).length;
    expect(await count({})).toBe(2);
    expect(await count({ status: "no-answer" })).toBe(1);
    expect(await count({ to: business, from: customer })).toBe(1);
    expect(await count({ parentCallSid: world.simulator.truth.calls()[0]?.sid ?? "" })).toBe(1);
    expect(await count({ startTimeAfter: new Date(monday + 60_000) })).toBe(0);
  });
});

describe("numbers", () => {
  it("are searched, bought once, configured and released", async () => {
    await using world = await startTestWorld();
    const [found] = await world.client
      .availablePhoneNumbers("US")
      .local.list({ inLocality: "Austin", contains: "512******7", limit: 1 });
    expect(found).toMatchObject({ phoneNumber: "+15125550107", region: "TX", locality: "Austin" });
    const phoneNumber = found?.phoneNumber ?? "";
    const bought = await world.client.incomingPhoneNumbers.create({ phoneNumber, smsUrl: "https://a.test/sms" });
    await expect(world.client.incomingPhoneNumbers.create({ phoneNumber })).rejects.toEqual(refusedWith(400, 21422));
    const changed = await world.client
      .incomingPhoneNumbers(bought.sid)
      .update({ voiceUrl: "https://a.test/voice", voiceMethod: "GET" });
    expect(changed).toMatchObject({
      voiceUrl: "https://a.test/voice",
      voiceMethod: "GET",
      smsUrl: "https://a.test/sms",
    });
    await expect(world.client.incomingPhoneNumbers(bought.sid).update({ smsUrl: "nonsense" })).rejects.toEqual(
      refusedWith(400, 21502),
    );
    expect(await world.client.incomingPhoneNumbers(bought.sid).remove()).toBe(true);
    await expect(world.client.incomingPhoneNumbers(bought.sid).fetch()).rejects.toEqual(refusedWith(404, 20404));
  });

  it("near a place are within the distance", async () => {
    await using world = await startTestWorld();
    const near = await world.client
      .availablePhoneNumbers("US")
      .local.list({ nearLatLong: "40.7,-74.0", distance: 30, limit: 1_000 });
    expect(new Set(near.map(({ region }) => region))).toEqual(new Set(["NJ", "NY"]));
    expect(near.map(({ phoneNumber }) => phoneNumber)).not.toContain(customer);
  });

  it("are bought by area code when none is named", async () => {
    await using world = await startTestWorld();
    expect((await world.client.incomingPhoneNumbers.create({ areaCode: "415" })).phoneNumber).toBe("+14155550100");
    await expect(world.client.incomingPhoneNumbers.create({ areaCode: "999" })).rejects.toEqual(
      refusedWith(400, 21452),
    );
  });
});

describe("lookups", () => {
  it("know the line of a handset, and that some numbers are none", async () => {
    await using world = await startTestWorld();
    world.simulator.person({ number: "+12125550188", lineType: "landline" });
    const fetch = (number: string) =>
      world.client.lookups.v2.phoneNumbers(number).fetch({ fields: "line_type_intelligence" });
    expect((await fetch("+12125550188")).lineTypeIntelligence).toMatchObject({ type: "landline", errorCode: null });
    expect((await fetch("+18005550100")).lineTypeIntelligence).toMatchObject({ type: "tollFree" });
    expect(await fetch("+1212555")).toMatchObject({ valid: false, validationErrors: ["TOO_SHORT"] });
  });
});

it("serves the sound of a recording as WAV", async () => {
  await using world = await startTestWorld({ "/voice": '<Response><Record action="/done"/></Response>' });
  const caller = world.simulator.person(customer);
  await caller.dials(business);
  await world.clock.advance(1_000);
  await caller.says("A message", 3);
  await world.clock.advance(10_000);
  const [recording] = await world.client.recordings.list();
  expect(recording).toMatchObject({ duration: "9", source: "RecordVerb", status: "completed" });
  const credentials = Buffer.from(`${world.account.sid}:${world.account.authToken}`).toString("base64");
  const sound = await fetch(`${recording?.mediaUrl}.wav`, { headers: { Authorization: `Basic ${credentials}` } });
  const bytes = Buffer.from(await sound.arrayBuffer());
  expect([bytes.toString("latin1", 0, 4), bytes.length]).toEqual(["RIFF", 44 + 9 * 8_000]);
});
