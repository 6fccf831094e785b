import { describe, expect, test } from "vitest";
import { optOutState } from "#compliance";
import { findOrCreateContact, lineTypeOf, updateContact } from "#contacts";
import { takeOver } from "#conversations";
import { createPerson } from "#identity";
import { CUSTOMER, type Desk, openDesk } from "../../../test/kit/desk.ts";
import { claim } from "./claim.ts";
import { conclude } from "./conclude.ts";
import { handOver, send } from "./send.ts";

test("an allowed text reaches the carrier once, with the address for its reports", async () => {
  const desk = await openDesk();
  const { outboundMessageId: oid } = await desk.ask({ body: "Hello" });
  await desk.house.startWork();
  await desk.house.settled();
  expect(desk.carrier.taken).toMatchObject([
    {
      from: desk.line.phone,
      to: CUSTOMER,
      body: "Hello",
      validitySeconds: 600,
      statusCallback: `https://nmc.example.test/hooks/t/${desk.line.hookToken}/sms-status?oid=${oid}`,
    },
  ]);
  expect(await desk.onlySend()).toMatchObject({ state: "accepted", status: "queued", attempts: 1, segments: 1 });
});

test("of twenty workers that try at once, one sends", async () => {
  const desk = await openDesk();
  const { outboundMessageId } = await desk.ask();
  const job = { tenantId: desk.line.tenantId, data: { outbound_message_id: String(outboundMessageId) }, attempt: 1 };
  await Promise.all(Array.from({ length: 20 }, () => send(desk.house.ports, job)));
  expect(desk.carrier.attempts).toBe(1);
});

test("nothing leaves for a person whose text was accepted and not yet read: it says STOP", async () => {
  const desk = await openDesk();
  const { line, house, carrier } = desk;
  const { outboundMessageId } = await desk.ask();
  const params = { MessageSid: "SM1", AccountSid: line.accountSid, From: CUSTOMER, To: line.phone, Body: "STOP" };
  expect((await line.post("sms", params)).status).toBe(200);
  await send(house.ports, {
    tenantId: line.tenantId,
    data: { outbound_message_id: String(outboundMessageId) },
    attempt: 1,
  });
  expect(await desk.onlySend()).toMatchObject({ state: "queued", state_reason: "unread" });
  await house.startWork();
  await desk.pass(2);
  expect(await desk.onlySend()).toMatchObject({ state: "cancelled", state_reason: "opt_out" });
  expect(carrier.taken).toEqual([]);
});

describe("while the person's text is a dead letter", () => {
  async function openWithDeadText() {
    const desk = await openDesk();
    await desk.customerWrites("STOP");
    const inbox = desk.house.ports.database.platform.updateTable("webhook_inbox");
    const become = (status: "dead" | "pending") => inbox.set({ status }).execute();
    await become("dead");
    return { desk, haveItReceivedAgain: () => become("pending") };
  }

  test("nothing leaves, and the text ends with that reason", async () => {
    const { desk } = await openWithDeadText();
    await work(desk);
    expect(await desk.onlySend()).toMatchObject({ state: "queued", state_reason: "unread" });
    await desk.pass(600, 60);
    expect(await desk.onlySend()).toMatchObject({ state: "cancelled", state_reason: "unread" });
    expect(desk.carrier.attempts).toBe(0);
  });

  test("what waits obeys it within a minute of its being received again", async () => {
    const { desk, haveItReceivedAgain } = await openWithDeadText();
    await work(desk);
    await haveItReceivedAgain();
    await desk.pass(60, 30);
    expect(await desk.onlySend()).toMatchObject({ state: "cancelled", state_reason: "opt_out" });
    expect(desk.carrier.attempts).toBe(0);
  });
});

describe("when the answer is lost", () => {
  test("and the carrier has the text, it is found and not sent again", async () => {
    const desk = await openDesk();
    desk.carrier.script = ["lose_answer"];
    await work(desk);
    expect((await desk.onlySend()).state).toBe("unknown");
    await desk.pass(10);
    expect(await desk.onlySend()).toMatchObject({ state: "accepted", message_sid: desk.carrier.taken[0]?.messageSid });
    expect(desk.carrier.attempts).toBe(1);
  });

  test("and the carrier never had it, it is sent once more, a minute later", async () => {
    const desk = await openDesk();
    desk.carrier.script = ["drop"];
    await work(desk);
    await desk.pass(55);
    expect(desk.carrier.attempts).toBe(1);
    await desk.pass(10);
    expect(await desk.onlySend()).toMatchObject({ state: "accepted", attempts: 2, unresolved_attempts: 1 });
    expect(desk.carrier.taken).toHaveLength(1);
  });

  test("twice, a person is told, and nothing is tried again", async () => {
    const desk = await openDesk();
    desk.carrier.script = ["drop", "drop"];
    await work(desk);
    await desk.pass(600);
    expect(await desk.onlySend()).toMatchObject({ state: "failed", state_reason: "unresolved", attempts: 2 });
    expect(await desk.tasks()).toMatchObject([
      { type: "call", subject: "Call (512) 555-0142: our text did not arrive" },
    ]);
  });

  test("two texts with the same words each find their own", async () => {
    const desk = await openDesk();
    desk.carrier.script = ["lose_answer", "lose_answer"];
    await desk.ask({ body: "On my way" });
    await work(desk, { body: "On my way" });
    await desk.pass(20);
    const sids = (await desk.sends()).map(({ message_sid }) => message_sid);
    expect(new Set(sids)).toEqual(new Set(desk.carrier.taken.map(({ messageSid }) => messageSid)));
    expect(new Set(sids).size).toBe(2);
  });
});

describe("when the sender dies", () => {
  test("after the claim, its lease ends and the text is sent by another, within the minute after", async () => {
    const desk = await openDesk();
    const { outboundMessageId } = await desk.ask();
    await claim(desk.house.ports, desk.line.tenantId, String(outboundMessageId));
    await desk.house.startWork();
    await desk.pass(25);
    expect(await desk.onlySend()).toMatchObject({ state: "sending", attempts: 1 });
    await desk.pass(50);
    expect(await desk.onlySend()).toMatchObject({ state: "accepted", attempts: 2 });
    expect(desk.carrier.taken).toHaveLength(1);
  });

  test("and sleeps through its lease, it leaves the text to the others", async () => {
    const desk = await openDesk();
    const { outboundMessageId } = await desk.ask();
    const claimed = await claim(desk.house.ports, desk.line.tenantId, String(outboundMessageId));
    if (claimed === null) throw new Error("The claim failed.");
    desk.clock.advance({ seconds: 30 });
    await expect(handOver(desk.house.ports, desk.line.tenantId, claimed)).rejects.toThrow("lease ended");
    expect(desk.carrier.attempts).toBe(0);
  });

  test("and comes back to life later, its answer still counts, and no second text is sent", async () => {
    const desk = await openDesk();
    const { outboundMessageId } = await desk.ask();
    const claimed = await claim(desk.house.ports, desk.line.tenantId, String(outboundMessageId));
    await desk.house.startWork();
    await desk.pass(40);
    if (claimed === null) throw new Error("The claim failed.");
    const outcome = { kind: "accepted", messageSid: "SM77", status: "queued", segments: 1 } as const;
    await desk.inside((scope) => conclude(scope, claimed, outcome));
    await desk.pass(120);
    expect(await desk.onlySend()).toMatchObject({ state: "accepted", message_sid: "SM77" });
    expect(desk.carrier.attempts).toBe(0);
  });
});

describe("when the carrier refuses", () => {
  test("because it is busy, the text waits longer each time and then goes", async () => {
    const desk = await openDesk();
    desk.carrier.script = ["busy", "busy", "busy"];
    await work(desk);
    expect(await desk.onlySend()).toMatchObject({ state: "queued", state_reason: "carrier_busy" });
    await desk.pass(10, 1);
    expect(await desk.onlySend()).toMatchObject({ state: "accepted", attempts: 4 });
  });

  test("because the person unsubscribed there, that is an opt-out here", async () => {
    const desk = await openDesk();
    desk.carrier.script = [{ refuse: 21610 }];
    await work(desk);
    expect(await desk.onlySend()).toMatchObject({ state: "failed", error_code: 21610, state_reason: "opted_out" });
    expect(await desk.inside((scope) => optOutState(scope, CUSTOMER))).toMatchObject({
      optedOut: true,
      source: "carrier",
    });
    expect(await desk.ask()).toMatchObject({ verdict: "refused", reason: "opt_out" });
  });

  test("because it is a landline, that is remembered and a person calls", async () => {
    const desk = await openDesk();
    await desk.inside((scope) => findOrCreateContact(scope, { phone: CUSTOMER, source: "test" }));
    desk.carrier.script = [{ refuse: 21614 }];
    await work(desk);
    expect(await desk.inside((scope) => lineTypeOf(scope, CUSTOMER))).toBe("landline");
    expect(await desk.ask()).toMatchObject({ verdict: "refused", reason: "textable" });
    expect(await desk.tasks()).toMatchObject([{ type: "call" }]);
  });

  test("because the sender is not registered, the lane rests and the next text waits", async () => {
    const desk = await openDesk();
    desk.carrier.script = [{ refuse: 30034 }];
    await work(desk);
    await desk.ask({ validFor: Temporal.Duration.from({ hours: 48 }) });
    await desk.ask({ validFor: Temporal.Duration.from({ minutes: 5 }) });
    await desk.house.settled();
    expect((await desk.sends()).map(({ state, state_reason }) => [state, state_reason])).toEqual([
      ["failed", "sender_unregistered"],
      ["queued", "full_lane"],
      ["cancelled", "full_lane"],
    ]);
    expect(desk.carrier.attempts).toBe(1);
    await desk.pass(24 * 3600, 4 * 3600);
    expect((await desk.sends())[1]?.state).toBe("accepted");
  });

  test("with a code that nobody knows, a person is told the code", async () => {
    const desk = await openDesk();
    desk.carrier.script = [{ refuse: 99999 }];
    await work(desk);
    expect(await desk.onlySend()).toMatchObject({ state: "failed", state_reason: "unknown", error_code: 99999 });
    expect((await desk.tasks())[0]?.description).toContain("99999");
  });
});

test("a burst leaves one a second after the first ten, in its order", async () => {
  const desk = await openDesk();
  for (let i = 0; i < 13; i++) await desk.ask({ requestedBy: "person", body: `Text ${i}` });
  await desk.house.startWork();
  await desk.house.settled();
  expect(desk.carrier.taken).toHaveLength(10);
  await desk.pass(2, 1);
  expect(desk.carrier.taken).toHaveLength(12);
  await desk.pass(2, 1);
  expect(new Set(desk.carrier.taken.map(({ body }) => body)).size).toBe(13);
});

test("a text keeps its place in the lane, and counts once, while what the person wrote is read", async () => {
  const desk = await openDesk();
  const { house, line } = desk;
  const texts: string[] = [];
  for (let i = 0; i < 11; i++) texts.push(String((await desk.ask({ requestedBy: "person" })).outboundMessageId));
  const leave = (id: string) =>
    send(house.ports, { tenantId: line.tenantId, data: { outbound_message_id: id }, attempt: 1 });
  for (const id of texts) await leave(id);
  const last = String(texts.at(-1));
  await desk.customerWrites("Thank you");
  desk.clock.advance({ seconds: 1 });
  await leave(last);
  expect(desk.carrier.taken).toHaveLength(10);
  await house.ports.database.platform.updateTable("webhook_inbox").set({ status: "processed" }).execute();
  desk.clock.advance({ seconds: 1 });
  await leave(last);
  expect(desk.carrier.taken).toHaveLength(11);
  const lanes = await desk.inside(({ tx }) => tx.selectFrom("sender_lanes").select("sent_today").execute());
  expect(lanes).toEqual([{ sent_today: 11 }]);
});

describe("what changed since the decision", () => {
  test("a number that was released cancels what was to leave from it", async () => {
    const desk = await openDesk();
    const { outboundMessageId } = await desk.ask();
    await desk.inside(({ tx }) => tx.updateTable("phone_numbers").set({ status: "released" }).execute());
    expect(await claim(desk.house.ports, desk.line.tenantId, String(outboundMessageId))).toBeNull();
    expect(await desk.onlySend()).toMatchObject({ state: "cancelled", state_reason: "number_released" });
  });

  test("an opt-out cancels what waits for the morning", async () => {
    const desk = await openDesk({ at: "2026-03-04T05:00:00Z" });
    await desk.ask({ class: "transactional", validFor: Temporal.Duration.from({ hours: 14 }) });
    await desk.house.startWork();
    await desk.customerWrites("STOP");
    await desk.house.settled();
    expect(await desk.onlySend()).toMatchObject({ state: "cancelled", state_reason: "opt_out" });
    desk.clock.moveTo(Temporal.Instant.from("2026-03-04T15:00:00Z"));
    await desk.house.settled();
    expect(desk.carrier.attempts).toBe(0);
  });

  test("a person who takes over stops the assistant's text by the database's own hand", async () => {
    const desk = await openDesk();
    const { id, ownership_token } = await desk.thread();
    const { outboundMessageId } = await desk.ask({ conversationId: id, ownershipToken: ownership_token });
    await desk.inside((scope) =>
      scope.tx
        .updateTable("conversations")
        .set({ ownership_token: ownership_token + 1 })
        .where("id", "=", id)
        .execute(),
    );
    expect(await claim(desk.house.ports, desk.line.tenantId, String(outboundMessageId))).toBeNull();
    expect(await desk.onlySend()).toMatchObject({ state: "cancelled", state_reason: "ownership" });
  });

  test("taking over cancels what the assistant had queued, and nothing else", async () => {
    const desk = await openDesk();
    const userId = await createPerson(desk.house.ports, {
      tenantId: desk.line.tenantId,
      email: "ann@example.test",
      password: "a long enough password",
      firstName: "Ann",
      lastName: "Lee",
      role: "owner",
    });
    const { id, ownership_token } = await desk.thread();
    await desk.ask({ conversationId: id, ownershipToken: ownership_token });
    await desk.ask({ conversationId: id, requestedBy: "visit_booked" });
    await desk.inside((scope) => takeOver(scope, id, userId));
    expect((await desk.sends()).map(({ state }) => state)).toEqual(["cancelled", "queued"]);
  });

  test("quiet hours that began while the text waited hold it back until they end", async () => {
    const desk = await openDesk({ at: "2026-03-04T02:59:50Z" });
    await desk.ask({ class: "transactional", validFor: Temporal.Duration.from({ hours: 14 }) });
    desk.clock.advance({ seconds: 20 });
    await desk.house.startWork();
    await desk.house.settled();
    expect(await desk.onlySend()).toMatchObject({ state: "queued", state_reason: "quiet_hours" });
    expect(desk.carrier.attempts).toBe(0);
    desk.clock.moveTo(Temporal.Instant.from("2026-03-04T14:00:01Z"));
    await desk.house.settled();
    expect((await desk.onlySend()).state).toBe("accepted");
  });

  test("a contact who is not to be contacted any more gets nothing that still waits", async () => {
    const desk = await openDesk();
    const { id } = await desk.inside((scope) => findOrCreateContact(scope, { phone: CUSTOMER, source: "test" }));
    await desk.ask();
    await desk.inside((scope) => updateContact(scope, id, { do_not_contact: true }));
    await desk.house.startWork();
    await desk.house.settled();
    expect(await desk.onlySend()).toMatchObject({ state: "cancelled", state_reason: "do_not_contact" });
    expect(desk.carrier.attempts).toBe(0);
  });

  test("a text that is of no use any more is not sent", async () => {
    const desk = await openDesk();
    await desk.ask({ validFor: Temporal.Duration.from({ minutes: 1 }) });
    desk.clock.advance({ minutes: 2 });
    await desk.house.startWork();
    await desk.house.settled();
    expect(await desk.onlySend()).toMatchObject({ state: "cancelled", state_reason: "expired" });
    expect(desk.carrier.attempts).toBe(0);
  });
});

async function work(desk: Desk, wish: Parameters<Desk["ask"]>[0] = {}): Promise<void> {
  await desk.ask(wish);
  await desk.house.startWork();
  await desk.house.settled();
}
