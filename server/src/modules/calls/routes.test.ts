import { describe, expect, it } from "vitest";
import { findOrCreateContact } from "#contacts";
import { SYSTEM } from "#platform/scope.ts";
import { openTestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { upToCalls as modules } from "../../../test/kit/modules.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { BUSINESS_NUMBER, CUSTOMER, OWNER_MOBILE, worldForThisTest } from "../../../test/kit/world.ts";

const MINUTE = 60_000;

describe("the board of calls", () => {
  it("shows what rings, who talks, and whom we missed, with who is calling", async () => {
    const { clock, simulator, house, business } = await worldForThisTest();
    const person = await signInPerson(house, business.tenantId);
    await house.ports.scope(business.tenantId, SYSTEM, (scope) =>
      findOrCreateContact(scope, { phone: CUSTOMER, name: "Dana Whitfield", source: "text" }),
    );
    const board = async () => (await person.get("/calls/live")).body["data"];
    const customer = simulator.person(CUSTOMER);
    const owner = simulator.person(OWNER_MOBILE).answers(6_000, { presses: "1", talksMs: 30_000 });

    await customer.dials(BUSINESS_NUMBER);
    expect(await board()).toMatchObject([
      {
        state: "ringing",
        customer_phone: CUSTOMER,
        contact: { name: "Dana Whitfield" },
        answered_at: null,
        text_back: null,
      },
    ]);
    await clock.advance(20_000);
    expect(await board()).toMatchObject([{ state: "talking" }]);
    await clock.advance(MINUTE);
    expect(await board()).toEqual([]);

    owner.ignoresCalls();
    await customer.dials(BUSINESS_NUMBER);
    await clock.advance(2 * MINUTE);
    expect(await board()).toMatchObject([{ state: "missed" }]);
    await clock.advance(10 * MINUTE);
    expect(await board()).toEqual([]);
  });

  it("counts the day", async () => {
    const { clock, simulator, house, business } = await worldForThisTest();
    const person = await signInPerson(house, business.tenantId);
    const customer = simulator.person(CUSTOMER);
    for (let call = 0; call < 3; call += 1) {
      await customer.dials(BUSINESS_NUMBER);
      await clock.advance(2 * MINUTE);
    }
    expect((await person.get("/calls/summary")).body).toMatchObject({ today: 3, missed_today: 3, texted_today: 1 });
  });
});

describe("the list of calls", () => {
  it("goes back page by page, and can be narrowed", async () => {
    const house = await openTestHouse({ modules });
    const line = await openLine(house);
    const person = await signInPerson(house, line.tenantId, "viewer");
    await house.startWork();
    for (let index = 0; index < 5; index += 1) {
      const call = line.call(`CA${index}`, CUSTOMER);
      await line.post("voice", call);
      if (index % 2 === 0) await line.post("dial-result", { ...call, DialCallStatus: "busy" });
      await house.settled();
      house.clock.advance({ seconds: 2 });
    }
    const first = await person.get("/calls?limit=3");
    expect(first).toMatchObject({ status: 200, body: { has_more: true, data: [{}, {}, {}] } });
    const second = await person.get(`/calls?limit=3&cursor=${String(first.body["next_cursor"])}`);
    expect(second.body).toMatchObject({ has_more: false, next_cursor: null, data: [{}, {}] });
    const missed = (await person.get("/calls?missed=true")).body["data"];
    expect(missed).toMatchObject(
      Array(3).fill({ missed: true, missed_reason: "busy", call_status: "ringing", text_back: null }),
    );
    expect((await person.get("/calls?status=completed")).body["data"]).toEqual([]);

    const [call] = missed as { id: string }[];
    expect(await person.get(`/calls/${call?.id}`)).toMatchObject({
      status: 200,
      body: { customer_phone: CUSTOMER, participants: [{ participant_type: "caller", phone_number: CUSTOMER }] },
    });
    expect((await person.get("/calls/00000000-0000-7000-8000-000000000000")).status).toBe(404);
    expect((await person.get("/calls/nonsense")).status).toBe(422);
  });

  it("shows no business another's calls", async () => {
    const house = await openTestHouse({ modules });
    const [line, other] = [await openLine(house), await openLine(house, { phoneNumber: "+15125550200" })];
    const stranger = await signInPerson(house, other.tenantId);
    await house.startWork();
    await line.post("voice", line.call("CA1", CUSTOMER));
    await house.settled();
    for (const path of ["/calls", "/calls/live"]) expect((await stranger.get(path)).body["data"]).toEqual([]);
    expect((await stranger.get("/calls/summary")).body).toMatchObject({ today: 0 });
  });
});
