import { createSimulator, createVirtualClock, type FaultsChange } from "@nevermisscall/simulator";
import { describe, expect, it, onTestFinished } from "vitest";
import { createTwilioTelephony } from "#providers/telephony/twilio.ts";
import { openTestHouse, TUESDAY_MORNING } from "../../../test/kit/house.ts";
import { openLine, PUBLIC_URL } from "../../../test/kit/line.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { pointNumbersHere } from "./index.ts";

const WANTED = "+15125550177";

/** A business whose number the carrier has too, on the wire. */
async function openAtCarrier(faults: FaultsChange = {}) {
  const simulator = createSimulator({ clock: createVirtualClock(Date.parse(TUESDAY_MORNING)), faults });
  onTestFinished(() => simulator.close());
  const baseUrl = await simulator.listen();
  const house = await openTestHouse({ telephony: createTwilioTelephony({ baseUrl, timeoutMs: 2000 }) });
  const phoneNumberSid = `PN${"1".repeat(32)}`;
  const line = await openLine(house, { phoneNumberSid });
  const { accountSid, authToken, phone } = line;
  simulator.addAccount({ sid: accountSid, authToken, numbers: [{ phoneNumber: phone, sid: phoneNumberSid }] });
  return { simulator, house, line, phoneNumberSid, owner: await signInPerson(house, line.tenantId) };
}

describe("pointing numbers here", () => {
  it("gives the carrier our addresses, with the connection overrides that a fast answer needs", async () => {
    const { simulator, house, line, phoneNumberSid, owner } = await openAtCarrier();
    expect((await owner.get("/line")).body).toMatchObject({ status: "down" });
    await pointNumbersHere(house.ports);
    const at = (topic: string) => ({
      url: `${PUBLIC_URL}/hooks/t/${line.hookToken}/${topic}#rc=5&rp=all&rt=4000&tt=15000`,
      method: "POST",
    });
    expect(simulator.world.directory.number(phoneNumberSid)).toMatchObject({
      voice: at("voice"),
      voiceFallback: at("voice-fallback"),
      statusCallback: at("call-status"),
      sms: at("sms"),
      smsFallback: at("sms-fallback"),
    });
    expect((await owner.get("/numbers")).body["data"]).toMatchObject([{ webhooks_configured: true }]);
    expect((await owner.get("/line")).body).toMatchObject({ status: "unknown" });
  });

  it("touches nothing when the addresses are right, and mends one that drifted", async () => {
    const { simulator, house, phoneNumberSid } = await openAtCarrier();
    const number = () => simulator.world.directory.number(phoneNumberSid);
    await pointNumbersHere(house.ports);
    Object.assign(number() ?? {}, { updatedAt: 0 });
    await pointNumbersHere(house.ports);
    expect(number()).toMatchObject({ updatedAt: 0 });
    Object.assign(number() ?? {}, { trunkSid: `TK${"1".repeat(32)}` });
    await pointNumbersHere(house.ports);
    expect(number()).toMatchObject({ trunkSid: "", updatedAt: Date.parse(TUESDAY_MORNING) });
  });

  it("says so when the carrier is away, and is done by itself when it is back", async () => {
    const { simulator, house, phoneNumberSid, owner } = await openAtCarrier({ rest: { tooManyRequests: 1 } });
    await pointNumbersHere(house.ports);
    expect((await owner.get("/line")).body).toMatchObject({
      status: "down",
      sentence: expect.stringContaining("(512) 555-0100 do not arrive here. The carrier did not take our address."),
    });
    simulator.faults.clear();
    await house.startWork();
    await house.settled();
    expect(simulator.world.directory.number(phoneNumberSid)?.voice?.url).toContain(PUBLIC_URL);
    expect((await owner.get("/line")).body).toMatchObject({ status: "unknown" });
  });

  it("notices a number that the carrier no longer has, and points the others", async () => {
    const { simulator, house, phoneNumberSid, owner } = await openAtCarrier();
    await owner.post("/numbers", { phone_number: WANTED });
    simulator.world.directory.removeNumber(phoneNumberSid);
    await pointNumbersHere(house.ports);
    expect((await owner.get("/numbers")).body["data"]).toMatchObject([
      { webhooks_configured: false, status_reason: "The carrier's account no longer has this number." },
      { phone_number: WANTED, webhooks_configured: true, status_reason: null },
    ]);
  });
});

describe("buying a number", () => {
  it("searches, buys and points it here", async () => {
    const { simulator, line, owner } = await openAtCarrier();
    const { body } = await owner.get("/numbers/available?area_code=512");
    const [{ phone_number = "" } = {}] = body["data"] as { phone_number: string }[];
    const bought = await owner.post("/numbers", { phone_number, forward_to: ["(512) 555-0101"] });
    expect(bought).toMatchObject({
      status: 201,
      body: { phone_number, forward_to: ["+15125550101"], status: "active", webhooks_configured: true },
    });
    expect(simulator.world.directory.numbersOf(line.accountSid)).toHaveLength(2);
    expect((await owner.get("/numbers")).body["data"]).toHaveLength(2);
  });

  it("repeated, or asked ten times at once, buys one", async () => {
    const { simulator, line, owner } = await openAtCarrier();
    const wish = { phone_number: WANTED };
    const answers = await Promise.all(Array.from({ length: 10 }, () => owner.post("/numbers", wish)));
    answers.push(await owner.post("/numbers", wish));
    expect(answers.map(({ status }) => status)).toEqual(Array(11).fill(201));
    expect(new Set(answers.map(({ body }) => body["id"])).size).toBe(1);
    expect(simulator.world.directory.numbersOf(line.accountSid)).toHaveLength(2);
  });

  it("whose answer is lost is found at the carrier, not bought again", async () => {
    const { simulator, line, owner } = await openAtCarrier({ rest: { responseLost: 1 } });
    const first = await owner.post("/numbers", { phone_number: WANTED });
    expect(first).toMatchObject({ status: 201, body: { phone_number: WANTED, webhooks_configured: false } });
    simulator.faults.clear();
    const second = await owner.post("/numbers", { phone_number: WANTED });
    expect(second).toMatchObject({ status: 201, body: { phone_number: WANTED, webhooks_configured: true } });
    expect(simulator.world.directory.numbersOf(line.accountSid)).toHaveLength(2);
  });

  it("that belongs to somebody else is refused", async () => {
    const { simulator, house, owner } = await openAtCarrier();
    simulator.addAccount({ sid: `AC${"9".repeat(32)}`, numbers: [{ phoneNumber: WANTED }] });
    expect(await owner.post("/numbers", { phone_number: WANTED })).toMatchObject({
      status: 422,
      body: { code: "number_refused" },
    });
    await openLine(house, { phoneNumber: "+15125550178" });
    expect(await owner.post("/numbers", { phone_number: "+15125550178" })).toMatchObject({
      status: 409,
      body: { code: "number_taken" },
    });
  });

  it("waits for a carrier that has too many requests", async () => {
    const { simulator, line, owner } = await openAtCarrier({ rest: { tooManyRequests: 1 } });
    expect(await owner.post("/numbers", { phone_number: WANTED })).toMatchObject({
      status: 503,
      body: { code: "carrier_away" },
    });
    expect(simulator.world.directory.numbersOf(line.accountSid)).toHaveLength(1);
  });

  it("that would ring the business's own number is refused before anything is bought", async () => {
    const { simulator, line, owner } = await openAtCarrier();
    expect(await owner.post("/numbers", { phone_number: WANTED, forward_to: [line.phone] })).toMatchObject({
      status: 422,
      body: { code: "rings_itself" },
    });
    expect(simulator.world.directory.numbersOf(line.accountSid)).toHaveLength(1);
  });
});
