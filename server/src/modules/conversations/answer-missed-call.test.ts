import { describe, expect, test } from "vitest";
import { recordOptOut } from "#compliance";
import { findOrCreateContact, updateContact } from "#contacts";
import { createPerson } from "#identity";
import { examine } from "#operations";
import { CUSTOMER, type Desk, openDesk } from "../../../test/kit/desk.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { allModules } from "../all-modules.ts";
import { getConversation } from "./conversation.ts";
import { takeOver } from "./ownership.ts";
import { say } from "./say.ts";

async function openAtWork(at?: string): Promise<Desk> {
  const desk = await openDesk(at === undefined ? {} : { at });
  await desk.house.startWork();
  return desk;
}

test("a missed call gets one text in its thread, held by the assistant, and ten redials get no more", async () => {
  const desk = await openAtWork();
  for (let redial = 0; redial < 5; redial++) await desk.callsInVain();
  expect(desk.carrier.taken.map(({ to, body }) => ({ to, body }))).toEqual([
    { to: CUSTOMER, body: expect.stringContaining("Rivera Plumbing. Sorry we missed your call") },
  ]);
  expect(await desk.textBacks()).toEqual([
    { outcome: "texted", reason: "missed_call", wording: "open" },
    ...Array.from({ length: 4 }, () => ({ outcome: "not_texted", reason: "already_texted", wording: null })),
  ]);
  const thread = await desk.thread();
  expect(thread).toMatchObject({ owner_kind: "ai", total_calls: 5, message_count: 1, status: "active" });
});

test("redials at the same moment get one text, too", async () => {
  const desk = await openDesk();
  const calls = Array.from({ length: 8 }, (_none, i) => desk.line.call(`CA${String(i).padStart(32, "0")}`, CUSTOMER));
  await Promise.all(calls.map((call) => desk.line.post("voice", call)));
  await Promise.all(
    calls.map((call) => desk.line.post("dial-result", { ...call, DialCallStatus: "busy", CallStatus: "in-progress" })),
  );
  await desk.house.startWork();
  await desk.house.settled();
  expect(desk.carrier.taken).toHaveLength(1);
  expect((await desk.textBacks()).map(({ outcome }) => outcome).toSorted()).toEqual([
    ...Array.from({ length: 7 }, () => "not_texted"),
    "texted",
  ]);
});

test("after the window the next missed call is texted again", async () => {
  const desk = await openAtWork();
  await desk.callsInVain();
  desk.clock.advance({ minutes: 31 });
  await desk.callsInVain();
  expect(desk.carrier.taken).toHaveLength(2);
});

describe("the words", () => {
  test("follow the hours of the business", async () => {
    const desk = await openAtWork("2026-03-04T04:00:00Z");
    await desk.callsInVain();
    expect(desk.carrier.taken[0]?.body).toContain("We are closed right now");
    expect(await desk.textBacks()).toEqual([{ outcome: "texted", reason: "missed_call", wording: "after_hours" }]);
  });

  test("name the holiday", async () => {
    const desk = await openAtWork();
    await desk.inside((scope) =>
      scope.tx
        .updateTable("business_settings")
        .set({ holidays: JSON.stringify([{ date: "2026-03-03", name: "Founders' Day" }]) })
        .execute(),
    );
    await desk.callsInVain();
    expect(desk.carrier.taken[0]?.body).toContain("closed for Founders' Day");
  });

  test("are Spanish for somebody who writes Spanish", async () => {
    const desk = await openAtWork();
    await desk.inside((scope) => findOrCreateContact(scope, { phone: CUSTOMER, language: "es", source: "test" }));
    await desk.callsInVain();
    expect(desk.carrier.taken[0]?.body).toContain("Perdón por no contestar");
  });
});

describe("no text, and the reason is kept", () => {
  test("for a withheld number: a task instead", async () => {
    const desk = await openAtWork();
    await desk.callsInVain("+266696687");
    expect(await desk.textBacks()).toMatchObject([{ outcome: "task_created", reason: "anonymous" }]);
    expect(await desk.tasks()).toMatchObject([{ subject: "Missed call from a withheld number" }]);
  });

  test("for family, crew and suppliers", async () => {
    const desk = await openAtWork();
    const owner = await signInPerson(desk.house, desk.line.tenantId);
    await owner.post("/excluded-callers", { phone: "(512) 555-0142", reason: "family", name: "Mom" });
    await desk.callsInVain();
    expect(await desk.textBacks()).toMatchObject([{ outcome: "not_texted", reason: "excluded" }]);
  });

  test("for a landline that the carrier knew while it rang: a call task instead", async () => {
    const desk = await openDesk();
    desk.carrier.lineTypes.set(CUSTOMER, "landline");
    await desk.house.startWork();
    await desk.line.post("voice", desk.line.call("CA1", CUSTOMER));
    await desk.house.settled();
    await desk.line.post("dial-result", { ...desk.line.call("CA1", CUSTOMER), DialCallStatus: "no-answer" });
    await desk.house.settled();
    expect(await desk.textBacks()).toMatchObject([{ outcome: "task_created", reason: "landline" }]);
    expect(await desk.tasks()).toMatchObject([{ type: "call", subject: "Call back (512) 555-0142" }]);
  });

  test("for a landline that only the refusal told of: the task comes then", async () => {
    const desk = await openAtWork();
    desk.carrier.script = [{ refuse: 21614 }];
    await desk.callsInVain();
    expect(await desk.textBacks()).toMatchObject([{ outcome: "texted" }]);
    expect(await desk.tasks()).toMatchObject([{ type: "call" }]);
    desk.clock.advance({ minutes: 31 });
    await desk.callsInVain();
    expect((await desk.textBacks())[1]).toMatchObject({ outcome: "task_created", reason: "landline" });
  });

  test("for somebody who opted out", async () => {
    const desk = await openAtWork();
    await desk.inside((scope) => recordOptOut(scope, { phone: CUSTOMER, source: "person" }));
    await desk.callsInVain();
    expect(await desk.textBacks()).toMatchObject([{ outcome: "not_texted", reason: "opted_out" }]);
  });

  test("for somebody marked “do not contact”", async () => {
    const desk = await openAtWork();
    await desk.inside(async (scope) => {
      const contact = await findOrCreateContact(scope, { phone: CUSTOMER, source: "test" });
      await updateContact(scope, contact.id, { do_not_contact: true });
    });
    await desk.callsInVain();
    expect(await desk.textBacks()).toMatchObject([{ outcome: "not_texted", reason: "do_not_contact" }]);
  });

  test("while the number is not registered: a task instead", async () => {
    const desk = await openAtWork();
    await desk.inside((scope) => scope.tx.updateTable("phone_numbers").set({ sender_registered: false }).execute());
    await desk.callsInVain();
    expect(await desk.textBacks()).toMatchObject([{ outcome: "task_created", reason: "sender_unregistered" }]);
  });

  test("while text-back is switched off", async () => {
    const desk = await openAtWork();
    await desk.inside((scope) =>
      scope.tx.updateTable("business_settings").set({ auto_response_enabled: false }).execute(),
    );
    await desk.callsInVain();
    expect(await desk.textBacks()).toMatchObject([{ outcome: "not_texted", reason: "disabled" }]);
  });

  test("for a call that is only now found out about", async () => {
    const desk = await openDesk();
    await desk.line.post("voice", desk.line.call("CA1", CUSTOMER));
    await desk.line.post("dial-result", { ...desk.line.call("CA1", CUSTOMER), DialCallStatus: "no-answer" });
    desk.clock.advance({ minutes: 20 });
    await desk.house.startWork();
    await desk.house.settled();
    expect(desk.carrier.taken).toEqual([]);
    expect(await desk.textBacks()).toMatchObject([{ outcome: "not_texted", reason: "too_old" }]);
  });

  test("when a person wrote while it rang", async () => {
    const desk = await openAtWork();
    const { id } = await desk.thread();
    await desk.line.post("voice", desk.line.call("CA1", CUSTOMER));
    await desk.house.settled();
    desk.clock.advance({ seconds: 5 });
    await desk.inside((scope) => say(scope, { conversationId: id, as: "human", body: "In a meeting, one minute!" }));
    desk.clock.advance({ seconds: 5 });
    await desk.line.post("dial-result", { ...desk.line.call("CA1", CUSTOMER), DialCallStatus: "no-answer" });
    await desk.house.settled();
    expect(await desk.textBacks()).toMatchObject([{ outcome: "not_texted", reason: "already_written" }]);
    expect(desk.carrier.taken.map(({ body }) => body)).toEqual(["In a meeting, one minute!"]);
  });
});

test("a call during a thread that a person holds is texted, and the person keeps the pen", async () => {
  const desk = await openAtWork();
  const userId = await createPerson(desk.house.ports, {
    tenantId: desk.line.tenantId,
    email: "ann@example.test",
    password: "a long enough password",
    firstName: "Ann",
    lastName: "Lee",
    role: "owner",
  });
  const { id } = await desk.thread();
  await desk.inside((scope) => takeOver(scope, id, userId));
  await desk.callsInVain();
  expect(desk.carrier.taken).toHaveLength(1);
  expect(await desk.inside((scope) => getConversation(scope, id))).toMatchObject({ owner_user_id: userId });
});

test("no missed call is without a text or a reason", async () => {
  const desk = await openAtWork();
  for (const from of [CUSTOMER, "+266696687", "+15125550143", "+18765550144"]) await desk.callsInVain(from);
  desk.clock.advance({ minutes: 5 });
  const findings = await examine(desk.house.ports, allModules);
  expect(findings.flatMap((finding) => finding.breaches)).toEqual([]);
  expect((await desk.textBacks()).map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual([
    "texted: missed_call",
    "task_created: anonymous",
    "texted: missed_call",
    "task_created: country",
  ]);
});
