import { describe, expect, it } from "vitest";
import { ACCOUNT, BUSINESS, CUSTOMER, LANDLINE, START, startCarrier, text } from "./testing/carrier.ts";
import { hooksFor } from "./testing/hooks.ts";
import { startRawServer } from "./testing/raw-server.ts";
import { createTwilioTelephony } from "./twilio.ts";

describe("handing a text over", () => {
  it("is accepted, and the customer reads it", async () => {
    const { telephony, simulator, clock } = await startCarrier();
    const outcome = await telephony.sendMessage(ACCOUNT, text());
    expect(outcome).toEqual({
      kind: "accepted",
      messageSid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      status: "queued",
      segments: 1,
    });
    await clock.advance(5_000);
    expect(simulator.person(CUSTOMER).inbox.map(({ body, peer }) => [body, peer])).toEqual([[text().body, BUSINESS]]);
    expect(simulator.truth.messages()).toMatchObject([
      { statusCallback: text().statusCallback, validityPeriodS: 600, media: [] },
    ]);
  });

  it("takes photos along", async () => {
    const photos = await startRawServer((_request, answer) => {
      answer.setHeader("content-type", "image/png").end("a photo");
    });
    const { telephony, simulator } = await startCarrier();
    expect(await telephony.sendMessage(ACCOUNT, text({ mediaUrls: [`${photos}/1`, `${photos}/2`] }))).toMatchObject({
      kind: "accepted",
      messageSid: expect.stringMatching(/^MM/),
    });
    expect(simulator.truth.messages()[0]?.media.map(({ contentType }) => contentType)).toEqual([
      "image/png",
      "image/png",
    ]);
  });

  it.each([
    ["an invalid recipient", { to: "+15005550001" }, 21211],
    ["an unsubscribed recipient", { to: "+15005550004" }, 21610],
    ["a country that is not enabled", { to: "+15005550003" }, 21408],
    ["a sender that is not ours", { from: "+15005550007" }, 21606],
    ["a text that is too long", { body: "x".repeat(1601) }, 21617],
  ])("to %s is refused for good", async (_what, change, errorCode) => {
    const { telephony, simulator } = await startCarrier();
    expect(await telephony.sendMessage(ACCOUNT, text(change))).toEqual({
      kind: "refused",
      errorCode,
      message: expect.stringMatching(/\w+/),
    });
    expect(simulator.truth.messages()).toEqual([]);
  });

  it("with a wrong token is refused", async () => {
    const { telephony } = await startCarrier();
    const outcome = await telephony.sendMessage({ ...ACCOUNT, authToken: "c".repeat(32) }, text());
    expect(outcome).toMatchObject({ kind: "refused", errorCode: 20003 });
  });

  it("was not processed when the carrier has too many requests", async () => {
    const { telephony, simulator } = await startCarrier({ rest: { tooManyRequests: 1 } });
    const outcome = await telephony.sendMessage(ACCOUNT, text());
    expect(outcome).toMatchObject({ kind: "not_processed", errorCode: 20429 });
    expect(simulator.truth.messages()).toEqual([]);
  });

  it.each([
    ["the answer is lost", { responseLost: 1 }, 1],
    ["the carrier answers 500 after accepting", { errorAfterAccepting: 1 }, 1],
    ["the carrier is silent and cuts the connection", { timedOut: 1, timeoutMs: 5 }, 0],
  ])("is unknown when %s; the carrier's list tells", async (_what, rest, accepted) => {
    const { telephony, simulator } = await startCarrier({ rest });
    expect(await telephony.sendMessage(ACCOUNT, text())).toMatchObject({ kind: "unknown" });
    expect(simulator.truth.messages()).toHaveLength(accepted);
    simulator.faults.clear();
    const listed = await telephony.listMessages(ACCOUNT, { to: CUSTOMER, from: BUSINESS, since: START });
    expect(listed.map(({ body }) => body)).toEqual(Array(accepted).fill(text().body));
  });

  it("is unknown when nobody answers in time, or nobody is there", async () => {
    const silent = await startRawServer(() => undefined);
    const impatient = createTwilioTelephony({ baseUrl: silent, timeoutMs: 100 });
    expect(await impatient.sendMessage(ACCOUNT, text())).toMatchObject({ kind: "unknown" });
    const nobody = createTwilioTelephony({ baseUrl: "http://127.0.0.1:1" });
    expect(await nobody.sendMessage(ACCOUNT, text())).toMatchObject({ kind: "unknown" });
  });

  it.each([
    [200, "<html>Sign in to the hotel's network</html>", "unknown"],
    [502, "<html>Bad gateway</html>", "unknown"],
    [503, "", "unknown"],
    [404, "<html>Not found</html>", "refused"],
    [429, "", "not_processed"],
  ])("answered by something else with %i %s is %s", async (status, body, kind) => {
    const baseUrl = await startRawServer((_request, answer) => {
      answer.writeHead(status, { "content-type": "text/html" }).end(body);
    });
    const outcome = await createTwilioTelephony({ baseUrl }).sendMessage(ACCOUNT, text());
    expect(outcome).toMatchObject({ kind });
  });

  it("is tried once: retrying is not the adapter's to decide", async () => {
    let asked = 0;
    const baseUrl = await startRawServer((_request, answer) => {
      asked += 1;
      answer.writeHead(429).end("{}");
    });
    await createTwilioTelephony({ baseUrl }).sendMessage(ACCOUNT, text());
    expect(asked).toBe(1);
  });
});

describe("the carrier's list of messages", () => {
  it("has what was accepted since a moment from one number to another, sent or still waiting", async () => {
    const { telephony, simulator, clock } = await startCarrier();
    await telephony.sendMessage(ACCOUNT, text({ body: "before" }));
    await clock.advance(60_000);
    await telephony.sendMessage(ACCOUNT, text({ body: "delivered" }));
    await clock.advance(60_000);
    await telephony.sendMessage(ACCOUNT, text({ body: "to somebody else", to: LANDLINE }));
    await simulator.person(CUSTOMER).texts("to us", { to: BUSINESS });
    await telephony.sendMessage(ACCOUNT, text({ body: "waiting" }));
    const since = START.add({ seconds: 30 });
    expect(await telephony.listMessages(ACCOUNT, { to: CUSTOMER, from: BUSINESS, since })).toEqual([
      { messageSid: expect.any(String), body: "waiting", status: "queued", createdAt: START.add({ minutes: 2 }) },
      { messageSid: expect.any(String), body: "delivered", status: "delivered", createdAt: START.add({ minutes: 1 }) },
    ]);
  });
});

describe("a line", () => {
  it("is told by its kind", async () => {
    const { telephony } = await startCarrier();
    const kinds = [CUSTOMER, LANDLINE, BUSINESS, "+18005550100", "+12125550199", "+1555"].map((phone) =>
      telephony.lineType(ACCOUNT, phone),
    );
    expect(await Promise.all(kinds)).toEqual(["mobile", "landline", "voip", "tollFree", "unknown", "unknown"]);
  });
});

describe("numbers", () => {
  it("are pointed at us, and taken back from whatever else got their calls", async () => {
    const { telephony, simulator } = await startCarrier();
    const [before] = await telephony.findNumbers(ACCOUNT);
    expect(before).toMatchObject({ phoneNumber: BUSINESS, friendlyName: "Shop", overridden: false });
    const sid = before?.phoneNumberSid ?? "";
    Object.assign(simulator.world.directory.number(sid) ?? {}, { voiceApplicationSid: `AP${"1".repeat(32)}` });
    expect(await telephony.findNumbers(ACCOUNT)).toMatchObject([{ overridden: true }]);
    await telephony.configureNumber(ACCOUNT, sid, hooksFor("one"));
    expect(await telephony.findNumbers(ACCOUNT)).toMatchObject([{ hooks: hooksFor("one"), overridden: false }]);
  });

  it("are found by area code, bought once, and found by their phone", async () => {
    const { telephony } = await startCarrier();
    const [first = "", ...others] = await telephony.searchNumbers(ACCOUNT, { areaCode: "512", country: "US" });
    expect([first, ...others].every((phone) => phone.startsWith("+1512"))).toBe(true);
    expect(await telephony.buyNumber(ACCOUNT, first)).toMatchObject({ kind: "bought", number: { phoneNumber: first } });
    expect(await telephony.buyNumber(ACCOUNT, first)).toMatchObject({ kind: "refused", errorCode: 21422 });
    expect(await telephony.searchNumbers(ACCOUNT, { areaCode: "512", country: "US" })).not.toContain(first);
    expect(await telephony.findNumbers(ACCOUNT, { phone: first })).toMatchObject([{ phoneNumber: first }]);
    expect(await telephony.findNumbers(ACCOUNT)).toHaveLength(2);
  });

  it("may have been bought when the answer is lost", async () => {
    const { telephony, simulator } = await startCarrier({ rest: { responseLost: 1 } });
    expect(await telephony.buyNumber(ACCOUNT, "+15125550177")).toMatchObject({ kind: "unknown" });
    simulator.faults.clear();
    expect(await telephony.findNumbers(ACCOUNT, { phone: "+15125550177" })).toHaveLength(1);
  });
});

describe("lists", () => {
  it("of calls name the phones that were rung, page by page, since a moment", async () => {
    const voiceUrl = await startRawServer((_request, answer) => {
      answer.setHeader("content-type", "text/xml").end(`<Response><Dial timeout="5">${LANDLINE}</Dial></Response>`);
    });
    const { telephony, simulator, clock } = await startCarrier({ lists: { largestPage: 4 } });
    const [number] = await telephony.findNumbers(ACCOUNT);
    await telephony.configureNumber(ACCOUNT, number?.phoneNumberSid ?? "", { ...hooksFor("one"), voiceUrl });
    const customer = simulator.person(CUSTOMER);
    for (let call = 0; call < 3; call += 1) {
      await customer.dials(BUSINESS);
      await clock.advance(60_000);
    }
    const first = await telephony.pageOfCalls(ACCOUNT, { since: START, next: null });
    const second = await telephony.pageOfCalls(ACCOUNT, { since: START, next: first.next });
    expect([first.items.length, second.items.length, second.next]).toEqual([4, 2, null]);
    expect([...first.items, ...second.items].map(({ callSid }) => callSid)).toEqual(
      simulator.truth
        .calls()
        .map(({ sid }) => sid)
        .reverse(),
    );
    const [leg, call] = first.items;
    expect(call).toMatchObject({
      parentCallSid: null,
      direction: "inbound",
      from: CUSTOMER,
      to: BUSINESS,
      price: null,
    });
    expect(leg).toMatchObject({ parentCallSid: call?.callSid, to: LANDLINE, status: "no-answer", durationSeconds: 0 });
    expect(leg?.endedAt?.since(START).total("seconds")).toBe(125);
    const late = await telephony.pageOfCalls(ACCOUNT, { since: START.add({ seconds: 90 }), next: null });
    expect(late.items).toHaveLength(2);
  });

  it("of texts have their prices once the carrier knows them, and the addresses of their photos", async () => {
    const { telephony, simulator, clock } = await startCarrier();
    const photo = { contentType: "image/png", bytes: Buffer.from("photo") };
    await simulator.person(CUSTOMER).texts("Look at this", { to: BUSINESS, photos: [photo] });
    const list = () => telephony.pageOfMessages(ACCOUNT, { since: START, next: null });
    const [text] = (await list()).items;
    expect(text).toMatchObject({
      direction: "inbound",
      body: "Look at this",
      mediaCount: 1,
      price: null,
      sentAt: START,
    });
    const [media] = await telephony.listMedia(ACCOUNT, text?.messageSid ?? "");
    expect(await telephony.fetchMedia(ACCOUNT, media?.url ?? "")).toMatchObject({ contentType: "image/png" });
    await clock.advance(120_000);
    expect((await list()).items).toMatchObject([{ price: { amount: "-0.00790", unit: "USD" } }]);
  });
});
