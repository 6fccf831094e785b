import { describe, expect, it } from "vitest";
import { business, customer, monday, owner, startTestWorld, type TestWorld } from "../testing/test-world.ts";

const refusedWith = (code: number) => expect.objectContaining({ status: 400, code });

const sendFrom = ({ client, receiver }: TestWorld, to: string, options: object = {}) =>
  client.messages.create({ from: business, to, body: "hello", statusCallback: `${receiver.url}/status`, ...options });

const statuses = ({ receiver }: TestWorld) =>
  receiver.all("/status").map(({ params }) => [params["MessageStatus"], params["ErrorCode"]]);

describe("a text that is sent", () => {
  it("is queued, sent and delivered; the initial state is not told", async () => {
    await using world = await startTestWorld();
    const created = await sendFrom(world, customer);
    expect(created).toMatchObject({ status: "queued", numSegments: "1", dateSent: null, errorCode: null });
    await world.clock.advance(5_000);
    expect(statuses(world)).toEqual([
      ["sent", undefined],
      ["delivered", undefined],
    ]);
    expect(Object.keys(world.receiver.last("/status")?.params ?? {}).sort()).toEqual([
      "AccountSid",
      "ApiVersion",
      "From",
      "MessageSid",
      "MessageStatus",
      "SmsSid",
      "SmsStatus",
      "To",
    ]);
    expect((await world.client.messages(created.sid).fetch()).dateSent).toEqual(new Date(monday));
  });

  it("waits its turn: one segment a second for a local number", async () => {
    await using world = await startTestWorld();
    await sendFrom(world, customer, { body: "x".repeat(400) });
    await sendFrom(world, customer);
    await world.clock.advance(2_000);
    expect(world.simulator.truth.messages().map(({ status }) => status)).toEqual(["delivered", "queued"]);
    await world.clock.advance(4_000);
    expect(world.simulator.truth.messages()[1]?.status).toBe("delivered");
  });

  it("fails when it would wait longer than it is valid", async () => {
    await using world = await startTestWorld({}, { throughput: { local: 0.01, tollFree: 1 } });
    await sendFrom(world, customer);
    await sendFrom(world, customer, { validityPeriod: 60 });
    await world.clock.advance(120_000);
    expect(world.simulator.truth.messages()[1]).toMatchObject({ status: "failed", errorCode: 30036 });
  });

  it.each([
    [30006, { lineType: "landline" }],
    [30003, { isOn: false }],
    [30007, { textErrorCode: 30007 }],
  ] as const)("ends undelivered with %i", async (code, change) => {
    await using world = await startTestWorld();
    world.simulator.person(customer).is(change);
    const { sid } = await sendFrom(world, customer);
    await world.clock.advance(5_000);
    expect(statuses(world).at(-1)).toEqual(["undelivered", String(code)]);
    expect((await world.client.messages(sid).fetch()).errorCode).toBe(code);
  });

  it("ends undelivered when nobody has the number, or the sender is not registered", async () => {
    await using world = await startTestWorld(
      {},
      { account: { numbers: [{ phoneNumber: "+12125550150", isRegistered: false }] } },
    );
    await sendFrom(world, "+12125550199");
    await world.client.messages.create({ from: "+12125550150", to: customer, body: "hello" });
    await world.clock.advance(5_000);
    expect(world.simulator.truth.messages().map(({ errorCode }) => errorCode)).toEqual([30005, 30034]);
  });

  it.each([
    [21604, { to: "" }],
    [21211, { to: "+1212" }],
    [21614, { to: "+15005550009" }],
    [21408, { to: "+442079460123" }],
    [21602, { body: "" }],
    [21617, { body: "x".repeat(1_601) }],
    [21606, { from: "+12125550177" }],
    [21212, { from: "12" }],
    [21266, { to: business }],
    [21633, { validityPeriod: 40_000 }],
  ])("is refused with %i", async (code, change) => {
    await using world = await startTestWorld();
    await expect(sendFrom(world, customer, change)).rejects.toEqual(refusedWith(code));
    expect(world.simulator.truth.messages()).toEqual([]);
  });

  it("through a service is accepted first, from the number that the person knows", async () => {
    await using world = await startTestWorld({}, { account: { numbers: [{ phoneNumber: "+12125550150" }] } });
    const service = await world.client.messaging.v1.services.create({
      friendlyName: "Texts",
      statusCallback: `${world.receiver.url}/status`,
    });
    const empty = sendFrom(world, customer, { from: undefined, messagingServiceSid: service.sid });
    await expect(empty).rejects.toEqual(refusedWith(21704));
    for (const { sid } of await world.client.incomingPhoneNumbers.list()) {
      await world.client.messaging.v1.services(service.sid).phoneNumbers.create({ phoneNumberSid: sid });
    }
    await world.client.messages.create({ from: business, to: customer, body: "first" });
    const sent = await world.client.messages.create({ messagingServiceSid: service.sid, to: customer, body: "second" });
    expect(sent).toMatchObject({ status: "accepted", from: business, messagingServiceSid: service.sid });
    await world.clock.advance(10_000);
    expect(statuses(world).map(([status]) => status)).toEqual(["queued", "sent", "delivered"]);
    expect(world.receiver.last("/status")?.params["MessagingServiceSid"]).toBe(service.sid);
  });

  it("brings pictures, which Twilio fetches from the sender", async () => {
    await using world = await startTestWorld();
    const photos = [{ contentType: "image/png", bytes: Buffer.from("png!") }];
    const { id } = await world.simulator.person(owner).texts("", { to: customer, photos });
    const picture = `${world.simulator.url}/simulator/handsets/${owner}/texts/${id}/photos/0`;
    const send = (url: string) => world.client.messages.create({ from: business, to: customer, mediaUrl: [url] });
    const { sid } = await send(picture);
    expect(sid.slice(0, 2)).toBe("MM");
    await world.clock.advance(5_000);
    expect(world.simulator.person(customer).inbox.at(-1)?.photos).toEqual([
      { contentType: "image/png", bytes: new Uint8Array(Buffer.from("png!")) },
    ]);
    await expect(send(`${picture}9`)).rejects.toEqual(refusedWith(21620));
  });
});

describe("a text that comes in", () => {
  it("is told with all of Twilio's parameters, and answered by TwiML", async () => {
    await using world = await startTestWorld({ "/sms": "<Response><Message>Got it &amp; thanks</Message></Response>" });
    const person = world.simulator.person(customer);
    await person.texts("Hi", { to: business });
    const names = `AccountSid ApiVersion Body From FromCity FromCountry FromState FromZip MessageSid NumMedia NumSegments
      SmsMessageSid SmsSid SmsStatus To ToCity ToCountry ToState ToZip`;
    expect(Object.keys(world.receiver.last("/sms")?.params ?? {}).sort()).toEqual(names.split(/\s+/).sort());
    await world.clock.advance(5_000);
    expect(person.inbox.map(({ body }) => body)).toEqual(["Got it & thanks"]);
    expect(world.simulator.truth.messages()[1]?.direction).toBe("outbound-reply");
  });

  it("carries photos whose bytes are there for who has the credentials", async () => {
    await using world = await startTestWorld();
    const photos = [{ contentType: "image/jpeg", bytes: Buffer.from("jpeg!") }];
    const sent = await world.simulator.person(customer).texts("", { to: business, photos });
    const params = world.receiver.last("/sms")?.params ?? {};
    expect(params).toMatchObject({ NumMedia: "1", MediaContentType0: "image/jpeg", Body: "", MessageSid: sent.sid });
    expect(params["MessageSid"]).toMatch(/^MM[0-9a-f]{32}$/);
    const url = params["MediaUrl0"] ?? "";
    expect((await fetch(url)).status).toBe(401);
    const credentials = Buffer.from(`${world.account.sid}:${world.account.authToken}`).toString("base64");
    const response = await fetch(url, { headers: { Authorization: `Basic ${credentials}` } });
    expect(response.headers.get("content-type")).toBe("image/jpeg");
    expect(await response.text()).toBe("jpeg!");
    expect(await world.client.messages(sent.sid ?? "").media.list()).toMatchObject([{ contentType: "image/jpeg" }]);
  });

  it("goes to the service's hook when the number has a service", async () => {
    await using world = await startTestWorld();
    const inboundRequestUrl = `${world.receiver.url}/service-sms`;
    const service = await world.client.messaging.v1.services.create({ friendlyName: "Texts", inboundRequestUrl });
    const [number] = await world.client.incomingPhoneNumbers.list();
    await world.client.messaging.v1.services(service.sid).phoneNumbers.create({ phoneNumberSid: number?.sid ?? "" });
    await world.simulator.person(customer).texts("Hi", { to: business });
    expect(world.receiver.last("/service-sms")?.params["MessagingServiceSid"]).toBe(service.sid);
    expect(world.receiver.all("/sms")).toEqual([]);
  });

  it("goes from phone to phone without the carrier's knowing", async () => {
    await using world = await startTestWorld();
    await world.simulator.person(customer).texts("Hi", { to: owner });
    expect(world.simulator.person(owner).inbox).toMatchObject([{ body: "Hi", peer: customer }]);
    expect(world.simulator.truth.messages()).toEqual([]);
  });
});

describe("opting out", () => {
  it("blocks the pair, is confirmed once, and is undone by START", async () => {
    await using world = await startTestWorld();
    const person = world.simulator.person(customer);
    await person.texts(" stop ", { to: business });
    await person.texts("STOP");
    await world.clock.advance(5_000);
    expect(person.inbox).toHaveLength(1);
    expect(person.inbox[0]?.body).toContain("You have successfully been unsubscribed");
    expect(world.receiver.all("/sms")).toHaveLength(2);
    await expect(sendFrom(world, customer)).rejects.toEqual(refusedWith(21610));
    await sendFrom(world, owner);
    await person.texts("Start");
    await sendFrom(world, customer);
    await world.clock.advance(5_000);
    expect(person.inbox.map(({ body }) => body.slice(0, 20))).toEqual([
      "You have successfull",
      "You have successfull",
      "hello",
    ]);
  });

  it("hears HELP always, and does not take a plain YES or a sentence for a keyword", async () => {
    await using world = await startTestWorld();
    const person = world.simulator.person(customer);
    for (const body of ["help", "YES", "please stop texting me", "cancel my appointment"])
      await person.texts(body, { to: business });
    await world.clock.advance(5_000);
    expect(person.inbox.map(({ body }) => body)).toEqual(["Reply STOP to unsubscribe. Msg&Data Rates May Apply."]);
    await sendFrom(world, customer);
  });

  it("is marked only for accounts with advanced opt-out", async () => {
    await using plain = await startTestWorld();
    await plain.simulator.person(customer).texts("STOP", { to: business });
    expect(plain.receiver.last("/sms")?.params["OptOutType"]).toBeUndefined();
    await using advanced = await startTestWorld({}, { account: { advancedOptOut: true } });
    await advanced.simulator.person(customer).texts("STOP", { to: business });
    expect(advanced.receiver.last("/sms")?.params["OptOutType"]).toBe("STOP");
  });
});
