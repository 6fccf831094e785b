import { expect, test } from "vitest";
import type { NewNumber } from "#numbers";
import { FROM_THE_START } from "#platform/projections.ts";
import { SYSTEM } from "#platform/scope.ts";
import { openTestHouse } from "../../../test/kit/house.ts";
import { openLine, type Params } from "../../../test/kit/line.ts";
import { upToCalls as modules } from "../../../test/kit/modules.ts";
import { asOwner } from "../../../test/kit/owner.ts";
import { invariants } from "./invariants.ts";
import { callsOfLedger } from "./replay.ts";

const CALLER = "+15125550142";

async function openCalls(spec: Partial<NewNumber> = {}) {
  const house = await openTestHouse({ modules });
  const line = await openLine(house, spec);
  await house.startWork();
  const call = line.call("CA1", CALLER);
  const leg = { ...call, CallSid: "CA1-leg", ParentCallSid: "CA1", To: "+15125550101", Direction: "outbound-dial" };
  const inside = <Result>(work: Parameters<typeof house.ports.scope<Result>>[2]) =>
    house.ports.scope(line.tenantId, SYSTEM, work);
  return {
    inside,
    ofCall: (topic: string, said: Params) => line.post(topic, { ...call, ...said }),
    ofLeg: (topic: string, said: Params) => line.post(topic, { ...leg, ...said }),
    async pass(duration: Temporal.DurationLike) {
      await house.settled();
      house.clock.advance(duration);
      await house.settled();
    },
    row: () => inside(({ tx }) => tx.selectFrom("calls").selectAll().executeTakeFirstOrThrow()),
    deviations: () => inside(({ tx }) => callsOfLedger.compare(tx, { after: FROM_THE_START, most: 10 })),
    asOwner: (statement: string) => asOwner(house, statement),
    breaches: (id: string) =>
      inside(async ({ tx }) => (await invariants.find((one) => one.id === id)?.check(tx)) ?? ["There is none."]),
  };
}

const NOT_ANSWERED = { DialCallStatus: "no-answer", DialBridged: "false", DialCallSid: "one" };
const TALKED = { DialCallStatus: "completed", DialBridged: "true", DialCallDuration: "31", DialCallSid: "two" };

test("what came after a call was closed does not count", async () => {
  const calls = await openCalls();
  await calls.ofCall("voice", {});
  await calls.ofCall("dial-result", NOT_ANSWERED);
  await calls.ofCall("call-status", { CallStatus: "completed", CallDuration: "20" });
  await calls.pass({ seconds: 60 });
  await calls.ofCall("dial-result", TALKED);
  await calls.ofLeg("whisper-result", { CallStatus: "in-progress", Digits: "1" });
  await calls.pass({ seconds: 0 });
  expect(await calls.row()).toMatchObject({ sync_state: "frozen", missed: true, missed_reason: "no_answer" });
  expect(await calls.deviations()).toMatchObject({ rows: 1, events: 5, deviations: [] });
});

test("a miss stays one where the carrier contradicts itself, with the reason it had", async () => {
  const calls = await openCalls();
  await calls.ofCall("voice", {});
  await calls.ofCall("dial-result", NOT_ANSWERED);
  await calls.pass({ seconds: 1 });
  await calls.ofCall("dial-result", TALKED);
  await calls.pass({ seconds: 1 });
  expect(await calls.row()).toMatchObject({ missed: true, missed_reason: "no_answer" });
  expect((await calls.deviations()).deviations).toEqual([]);
  await calls.pass({ hours: 5 });
  expect((await calls.deviations()).deviations).toEqual([]);
});

test("what was concluded because nothing more was heard is concluded again: answered, and missed", async () => {
  const answered = await openCalls({ screeningEnabled: false });
  await answered.ofCall("voice", {});
  await answered.ofLeg("leg-status", { CallStatus: "in-progress" });
  await answered.ofCall("call-status", { CallStatus: "completed", CallDuration: "20" });
  await answered.pass({ seconds: 0 });
  expect(await answered.row()).toMatchObject({ answered: null });
  expect((await answered.deviations()).deviations).toEqual([]);
  await answered.pass({ seconds: 5 });
  expect(await answered.row()).toMatchObject({ answered: true, is_final: false });
  expect((await answered.deviations()).deviations).toEqual([]);

  const missed = await openCalls();
  await missed.ofCall("voice", {});
  for (const wait of [{ seconds: 80 }, { minutes: 5 }]) {
    await missed.pass(wait);
    expect((await missed.deviations()).deviations).toEqual([]);
  }
  expect(await missed.row()).toMatchObject({ missed_reason: "unreported", disconnect_reason: "never_reported" });
});

test("a miss that was judged without an end is closed with the reason that its end tells", async () => {
  const calls = await openCalls();
  await calls.ofCall("voice", {});
  for (const CallStatus of ["ringing", "in-progress", "completed"]) await calls.ofLeg("leg-status", { CallStatus });
  await calls.pass({ seconds: 80 });
  expect(await calls.row()).toMatchObject({ missed: true, missed_reason: "unreported" });
  await calls.ofCall("call-status", { CallStatus: "completed", CallDuration: "12" });
  await calls.pass({ seconds: 1 });
  expect((await calls.deviations()).deviations).toEqual([]);
  await calls.pass({ minutes: 5 });
  expect(await calls.row()).toMatchObject({ is_final: true, missed: true, missed_reason: "caller_hung_up" });
  expect((await calls.deviations()).deviations).toEqual([]);
});

test("a call whose first webhook was about the phone we rang is opened the same way", async () => {
  const calls = await openCalls();
  await calls.ofLeg("leg-status", { CallStatus: "ringing" });
  await calls.pass({ seconds: 1 });
  expect((await calls.deviations()).deviations).toEqual([]);
  await calls.ofCall("voice", {});
  await calls.pass({ seconds: 1 });
  expect((await calls.deviations()).deviations).toEqual([]);
});

test("I1 finds a webhook whose event is not in the ledger, and an event that nothing brought", async () => {
  const calls = await openCalls();
  await calls.ofCall("voice", {});
  await calls.pass({ seconds: 1 });
  expect(await calls.breaches("I1")).toEqual([]);
  await calls.inside(({ tx }) => tx.updateTable("webhook_inbox").set({ dedupe_key: "another" }).execute());
  expect(await calls.breaches("I1")).toEqual([expect.stringContaining("its event is not in the ledger")]);
  await calls.inside(({ tx }) => tx.updateTable("webhook_inbox").set({ status: "dead" }).execute());
  expect(await calls.breaches("I1")).toEqual([expect.stringContaining("no webhook that was received brought it")]);
});

test("I1 finds an event that is in the ledger twice, brought by two webhooks", async () => {
  const calls = await openCalls();
  await calls.ofCall("voice", {});
  await calls.ofCall("call-status", { CallStatus: "completed" });
  await calls.pass({ seconds: 1 });
  expect(await calls.breaches("I1")).toEqual([]);
  await calls.asOwner("alter table call_events drop constraint call_events_once");
  await calls.asOwner(`
    insert into call_events (tenant_id, call_id, call_sid, event_type, event_key, occurred_at, received_at, payload, source, inbox_id)
    select event.tenant_id, call_id, call_sid, event_type, event_key, occurred_at, event.received_at, payload, source, other.id
    from call_events event join webhook_inbox other on other.id <> event.inbox_id and other.topic = 'call-status'
    where event_type = 'voice'`);
  expect(await calls.breaches("I1")).toEqual([expect.stringContaining("is in the ledger more than once")]);
});

test("I2 finds a call that is not the fold of its events", async () => {
  const calls = await openCalls();
  await calls.ofCall("voice", {});
  await calls.pass({ seconds: 1 });
  expect(await calls.breaches("I2")).toEqual([]);
  await calls.inside(({ tx }) => tx.updateTable("calls").set({ status: "busy", caller_city: null }).execute());
  expect(await calls.breaches("I2")).toEqual([expect.stringMatching(/in status, caller_city|in caller_city, status/)]);
});
