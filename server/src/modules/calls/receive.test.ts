import { describe, expect, it } from "vitest";
import type { NewNumber } from "#numbers";
import { SYSTEM } from "#platform/scope.ts";
import { openTestHouse, type TestHouse } from "../../../test/kit/house.ts";
import { openLine, type Params, type SignedLine } from "../../../test/kit/line.ts";
import { upToCalls as modules } from "../../../test/kit/modules.ts";

const CALLER = "+15125550142";
const OWNER = "+15125550101";

async function openCalls(spec: Partial<NewNumber> = {}) {
  const house = await openTestHouse({ modules });
  const line = await openLine(house, spec);
  await house.startWork();
  return { house, line };
}

type Posted = [topic: string, params: Params];

async function hear(house: TestHouse, line: SignedLine, posts: readonly Posted[]): Promise<void> {
  for (const [topic, params] of posts) expect((await line.post(topic, params)).status).toBe(200);
  await house.settled();
}

const inTenant = <Result>(house: TestHouse, line: SignedLine, work: Parameters<typeof house.ports.scope<Result>>[2]) =>
  house.ports.scope(line.tenantId, SYSTEM, work);

const calls = (house: TestHouse, line: SignedLine) =>
  inTenant(house, line, ({ tx }) => tx.selectFrom("calls").selectAll().orderBy("call_sid").execute());

const ledger = (house: TestHouse, line: SignedLine) =>
  inTenant(house, line, ({ tx }) => tx.selectFrom("call_events").selectAll().orderBy("id").execute());

const announced = (house: TestHouse, line: SignedLine) =>
  inTenant(house, line, ({ tx }) => tx.selectFrom("events").selectAll().orderBy("id").execute());

async function announcedTypes(house: TestHouse, line: SignedLine): Promise<string[]> {
  return (await announced(house, line)).map(({ type }) => type);
}

/** What the carrier posts of one call, by name. */
function posts(line: SignedLine, sid = "CA1") {
  const call = line.call(sid, CALLER);
  const leg = {
    ...call,
    CallSid: `${sid}-leg`,
    ParentCallSid: sid,
    To: OWNER,
    Called: OWNER,
    Direction: "outbound-dial",
  };
  return {
    arrives: ["voice", call] as Posted,
    rings: ["leg-status", { ...leg, CallStatus: "ringing" }] as Posted,
    pickedUp: ["leg-status", { ...leg, CallStatus: "in-progress" }] as Posted,
    asked: ["whisper", { ...leg, CallStatus: "in-progress" }] as Posted,
    pressed: ["whisper-result", { ...leg, CallStatus: "in-progress", Digits: "1" }] as Posted,
    legEnds: ["leg-status", { ...leg, CallStatus: "completed", CallDuration: "31" }] as Posted,
    talked: [
      "dial-result",
      {
        ...call,
        CallStatus: "in-progress",
        DialCallStatus: "completed",
        DialBridged: "true",
        DialCallSid: `${sid}-leg`,
        DialCallDuration: "31",
      },
    ] as Posted,
    notAnswered: [
      "dial-result",
      { ...call, CallStatus: "ringing", DialCallStatus: "no-answer", DialBridged: "false", DialCallSid: `${sid}-leg` },
    ] as Posted,
    ends: ["call-status", { ...call, CallStatus: "completed", CallDuration: "33", SequenceNumber: "0" }] as Posted,
    hangsUp: ["call-status", { ...call, CallStatus: "completed", CallDuration: "0", SequenceNumber: "0" }] as Posted,
  };
}

describe("a call that is answered", () => {
  it("is kept with everybody who took part", async () => {
    const { house, line } = await openCalls();
    const { arrives, rings, pickedUp, asked, pressed, talked, legEnds, ends } = posts(line);
    await hear(house, line, [arrives, rings, pickedUp, asked, pressed, talked, legEnds, ends]);
    const [call] = await calls(house, line);
    expect(call).toMatchObject({
      call_sid: "CA1",
      caller_phone: CALLER,
      customer_phone: CALLER,
      called_phone: line.phone,
      caller_city: "AUSTIN",
      direction: "inbound",
      status: "completed",
      answered: true,
      missed: false,
      duration_seconds: 33,
      is_final: false,
    });
    expect(call?.answered_at?.toString()).toBe("2026-03-03T16:00:00Z");
    expect(await announcedTypes(house, line)).toEqual(["call.started", "call.answered", "call.ended"]);
    expect((await ledger(house, line)).map(({ event_type }) => event_type)).toHaveLength(8);
    const participants = await inTenant(house, line, ({ tx }) =>
      tx.selectFrom("call_participants").select(["participant_type", "phone_number", "status"]).orderBy("id").execute(),
    );
    expect(participants).toEqual([
      { participant_type: "caller", phone_number: CALLER, status: "completed" },
      { participant_type: "callee", phone_number: OWNER, status: "completed" },
    ]);
  });

  it("announces under one story id", async () => {
    const { house, line } = await openCalls();
    const { arrives, rings, pickedUp, pressed, talked, ends } = posts(line);
    await hear(house, line, [arrives, rings, pickedUp, pressed, talked, ends]);
    expect(new Set((await announced(house, line)).map(({ correlation_id }) => correlation_id)).size).toBe(1);
  });
});

describe("a call that is missed", () => {
  it("is announced as soon as the ringing is over, with what followed", async () => {
    const { house, line } = await openCalls();
    const { arrives, rings, notAnswered } = posts(line);
    await hear(house, line, [arrives, rings, notAnswered]);
    const [call] = await calls(house, line);
    expect(call).toMatchObject({ answered: false, missed: true, missed_reason: "no_answer", ended_at: null });
    const missed = (await announced(house, line)).find(({ type }) => type === "call.missed");
    expect(missed?.payload).toEqual({
      call_id: call?.id,
      customer_phone: CALLER,
      phone_number_id: line.numberId,
      reason: "no_answer",
      missed_at: "2026-03-03T16:00:00Z",
    });
  });

  it("tells the caller of the text to come and keeps that as consent", async () => {
    const { house, line } = await openCalls();
    const { arrives, notAnswered } = posts(line);
    await line.post(...arrives);
    const { body } = await line.post(...notAnswered);
    expect(body).toContain("<Say>Thank you for calling Rivera Plumbing. We can't take your call right now.");
    expect(body).toContain("Reply STOP");
    await house.settled();
    const consents = await inTenant(house, line, ({ tx }) => tx.selectFrom("consents").selectAll().execute());
    expect(consents).toMatchObject([{ phone: CALLER, channel: "sms", kind: "implied", source: "spoken_notice" }]);
    expect(consents[0]?.evidence).toMatchObject({ call_sid: "CA1", version: "text-1" });
  });

  it("is decided after a moment when the caller hung up while it rang", async () => {
    const { house, line } = await openCalls();
    const { arrives, rings, hangsUp } = posts(line);
    await hear(house, line, [arrives, rings, hangsUp]);
    expect(await calls(house, line)).toMatchObject([{ status: "completed", missed: null }]);
    house.clock.advance({ seconds: 5 });
    await house.settled();
    expect(await calls(house, line)).toMatchObject([
      { missed: true, missed_reason: "caller_hung_up", is_final: false },
    ]);
    expect(await announcedTypes(house, line)).toEqual(["call.started", "call.ended", "call.missed"]);
    const consents = await inTenant(house, line, ({ tx }) => tx.selectFrom("consents").selectAll().execute());
    expect(consents).toEqual([]);
  });

  it("is missed on arrival where the business's own phone was not answered", async () => {
    const { house, line } = await openCalls({ installation: "forwarded" });
    const { arrives } = posts(line);
    const { body } = await line.post(...arrives);
    expect(body).toContain("<Say>Thank you for calling Rivera Plumbing.");
    expect(body).not.toContain("<Dial");
    await house.settled();
    expect(await calls(house, line)).toMatchObject([{ missed: true, missed_reason: "forwarded", type: "forwarded" }]);
    expect(await inTenant(house, line, ({ tx }) => tx.selectFrom("consents").selectAll().execute())).toHaveLength(1);
  });

  it("is missed on arrival where there is nobody to ring", async () => {
    const { house, line } = await openCalls({ forwardTo: [] });
    await hear(house, line, [posts(line).arrives]);
    expect(await calls(house, line)).toMatchObject([{ missed: true, missed_reason: "nobody_to_ring" }]);
  });

  it("of two redials are two", async () => {
    const { house, line } = await openCalls();
    for (const sid of ["CA1", "CA2"]) await hear(house, line, [posts(line, sid).arrives, posts(line, sid).notAnswered]);
    expect((await calls(house, line)).map(({ call_sid, missed }) => [call_sid, missed])).toEqual([
      ["CA1", true],
      ["CA2", true],
    ]);
    expect((await announcedTypes(house, line)).filter((type) => type === "call.missed")).toHaveLength(2);
  });

  it("is decided after the ringing when the carrier is silent", async () => {
    const { house, line } = await openCalls();
    await hear(house, line, [posts(line).arrives, posts(line).rings]);
    house.clock.advance({ seconds: 79 });
    await house.settled();
    expect(await calls(house, line)).toMatchObject([{ missed: null }]);
    house.clock.advance({ seconds: 1 });
    await house.settled();
    expect(await calls(house, line)).toMatchObject([{ missed: true, missed_reason: "unreported" }]);
    house.clock.advance({ minutes: 5 });
    await house.settled();
    expect(await calls(house, line)).toMatchObject([{ is_final: true, disconnect_reason: "never_reported" }]);
    expect((await calls(house, line))[0]?.ended_at).not.toBeNull();
  });
});

describe("a call of which something is stored and not yet received", () => {
  /** A webhook that failed and is tried again in a minute. */
  async function storeForLater(house: TestHouse, line: SignedLine, [topic, params]: Posted) {
    await house.ports.database.platform
      .insertInto("webhook_inbox")
      .values({
        tenant_id: line.tenantId,
        id: house.ports.ids.id(),
        provider: "twilio",
        topic,
        dedupe_key: `${topic} for later`,
        subject: "CA1",
        phone_number_id: line.numberId,
        body: JSON.stringify(params),
        received_at: house.clock.now(),
        status: "failed",
        next_attempt_at: house.clock.now().add({ minutes: 1 }),
      })
      .execute();
  }

  it("is not judged before that is received", async () => {
    const { house, line } = await openCalls();
    const { arrives, pickedUp, pressed, hangsUp } = posts(line);
    await hear(house, line, [arrives, pickedUp, hangsUp]);
    await storeForLater(house, line, pressed);
    for (let passed = 0; passed < 55; passed += 5) {
      house.clock.advance({ seconds: 5 });
      await house.settled();
    }
    expect(await calls(house, line)).toMatchObject([{ missed: null }]);
    for (let passed = 0; passed < 15; passed += 5) {
      house.clock.advance({ seconds: 5 });
      await house.settled();
    }
    expect(await calls(house, line)).toMatchObject([{ answered: true, missed: false }]);
  });
});

describe("callers who withhold their number", () => {
  const words = ["anonymous", "Restricted", "+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253", ""];

  it.each(words)("%j: kept as it came, without a number to text", async (From) => {
    const { house, line } = await openCalls();
    const { arrives, notAnswered } = posts(line);
    const from = { From, Caller: From };
    await hear(house, line, [[arrives[0], { ...arrives[1], ...from }]]);
    const { body } = await line.post(notAnswered[0], { ...notAnswered[1], ...from });
    expect(body).not.toContain("text you");
    await house.settled();
    expect(await calls(house, line)).toMatchObject([{ caller_phone: From, customer_phone: null, missed: true }]);
    const missed = (await announced(house, line)).find(({ type }) => type === "call.missed");
    expect(missed?.payload).toMatchObject({ customer_phone: null });
    expect(await inTenant(house, line, ({ tx }) => tx.selectFrom("consents").selectAll().execute())).toEqual([]);
  });
});

describe("what comes late, twice or in disorder", () => {
  /** Without what differs from one run to the next. */
  async function kept(house: TestHouse, line: SignedLine) {
    const rows = await calls(house, line);
    return rows.map(({ id: _id, tenant_id: _tenant, phone_number_id: _number, updated_at: _updated, ...row }) => row);
  }

  const shuffles = [
    [5, 4, 3, 2, 1, 0],
    [4, 0, 1, 2, 3, 5],
    [3, 5, 0, 4, 2, 1],
    [1, 2, 3, 4, 5, 0],
    [2, 0, 5, 1, 4, 3],
    [5, 0, 4, 1, 3, 2],
  ];

  it.each(shuffles)("the order %i %i %i %i %i %i leaves the same call", async (...order) => {
    const story = (line: SignedLine) => {
      const { arrives, rings, pickedUp, pressed, talked, ends } = posts(line);
      return [arrives, rings, pickedUp, pressed, talked, ends];
    };
    const number = { accountSid: "AC1", phoneNumber: "+15125550100" };
    const [straight, mixed] = [await openCalls(number), await openCalls(number)];
    await hear(straight.house, straight.line, story(straight.line));
    for (const index of order) {
      const post = story(mixed.line)[index];
      if (post !== undefined) await hear(mixed.house, mixed.line, [post]);
    }
    for (const { house } of [straight, mixed]) {
      house.clock.advance({ seconds: 60 });
      await house.settled();
    }
    expect(await kept(mixed.house, mixed.line)).toEqual(await kept(straight.house, straight.line));
    expect(await kept(mixed.house, mixed.line)).toMatchObject([{ answered: true, is_final: true }]);
    const types = await announcedTypes(mixed.house, mixed.line);
    expect(types.toSorted()).toEqual(["call.answered", "call.ended", "call.started"]);
  });

  it("everything five times leaves nothing more", async () => {
    const { house, line } = await openCalls();
    const { arrives, rings, notAnswered, ends } = posts(line);
    const story = [arrives, rings, notAnswered, ends];
    await hear(house, line, story);
    const before = [await kept(house, line), await ledger(house, line), await announced(house, line)];
    for (let turn = 0; turn < 4; turn += 1) await hear(house, line, story.toReversed());
    expect([await kept(house, line), await ledger(house, line), await announced(house, line)]).toEqual(before);
  });

  it("changes nothing of a final call, and stays in the ledger", async () => {
    const { house, line } = await openCalls();
    const { arrives, rings, notAnswered, ends, pickedUp, pressed, talked } = posts(line);
    await hear(house, line, [arrives, rings, notAnswered, ends]);
    house.clock.advance({ seconds: 60 });
    await house.settled();
    const before = await calls(house, line);
    expect(before).toMatchObject([{ is_final: true, sync_state: "frozen", missed: true }]);
    await hear(house, line, [pickedUp, pressed, talked]);
    expect(await calls(house, line)).toEqual(before);
    expect(await ledger(house, line)).toHaveLength(7);
    expect(await announcedTypes(house, line)).toEqual(["call.started", "call.missed", "call.ended"]);
  });

  it("keeps a status that nobody knows as it came, and waits", async () => {
    const { house, line } = await openCalls();
    const { arrives, notAnswered, ends } = posts(line);
    await hear(house, line, [
      arrives,
      [notAnswered[0], { ...notAnswered[1], DialCallStatus: "levitating" }],
      [ends[0], { ...ends[1], CallStatus: "evaporated" }],
    ]);
    expect(await calls(house, line)).toMatchObject([
      { status: "ringing", missed: null, last_event_type: expect.any(String) },
    ]);
    expect((await ledger(house, line)).map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ CallStatus: "evaporated" }),
    );
  });

  it("has the carrier's time where it tells one, unless that lies ahead", async () => {
    const { house, line } = await openCalls();
    const { arrives, rings } = posts(line);
    const at = (Timestamp: string): Posted => [rings[0], { ...rings[1], CallStatus: Timestamp, Timestamp }];
    await hear(house, line, [
      arrives,
      at("Tue, 03 Mar 2026 15:59:58 +0000"),
      at("Tue, 03 Mar 2026 17:00:00 +0000"),
      at("soon"),
    ]);
    expect((await ledger(house, line)).map(({ occurred_at }) => occurred_at.toString())).toEqual([
      "2026-03-03T16:00:00Z",
      "2026-03-03T15:59:58Z",
      "2026-03-03T16:00:00Z",
      "2026-03-03T16:00:00Z",
    ]);
  });
});

it("two businesses may hear of the same sid", async () => {
  const { house, line } = await openCalls();
  const other = await openLine(house, { phoneNumber: "+15125550190" });
  for (const one of [line, other]) {
    await hear(house, one, [posts(one).arrives, posts(one).rings]);
    expect(await calls(house, one)).toMatchObject([{ call_sid: "CA1", called_phone: one.phone }]);
    expect(await ledger(house, one)).toHaveLength(2);
  }
});
