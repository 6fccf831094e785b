import { expect, test } from "vitest";
import { recordOptOut } from "#compliance";
import { asOwner } from "../../../test/kit/database.ts";
import { CUSTOMER, type Desk, openDesk } from "../../../test/kit/desk.ts";
import { invariants } from "./invariants.ts";

async function breaches(desk: Desk, id: string): Promise<string[]> {
  const invariant = invariants.find((one) => one.id === id);
  return desk.inside(async (scope) => (await invariant?.check(scope.tx)) ?? ["There is no such invariant."]);
}

async function sendOne(desk: Desk, at?: string): Promise<void> {
  if (at !== undefined) desk.clock.moveTo(Temporal.Instant.from(at));
  await desk.ask();
  await desk.house.startWork();
  await desk.house.settled();
}

test("a text that was sent as it should breaks nothing", async () => {
  const desk = await openDesk();
  await sendOne(desk);
  for (const { id } of invariants) expect(await breaches(desk, id)).toEqual([]);
});

test("I1 finds a report that the ledger lacks, also when it has another of the same state", async () => {
  const desk = await openDesk();
  await sendOne(desk);
  const sid = desk.carrier.taken[0]?.messageSid ?? "";
  for (const errorCode of [30003, 30005]) await desk.report(sid, "undelivered", { errorCode });
  await desk.house.settled();
  expect(await breaches(desk, "I1")).toEqual([]);
  const { database } = desk.house.ports.database.address.owner;
  await asOwner(
    String(database),
    `alter table message_events disable trigger append_only;
     delete from message_events where error_code = 30005`,
  );
  expect(await breaches(desk, "I1")).toHaveLength(1);
});

test("I2 finds a state that is not the fold of its events", async () => {
  const desk = await openDesk();
  await sendOne(desk);
  await desk.inside((scope) => scope.tx.updateTable("outbound_messages").set({ status: "delivered" }).execute());
  expect(await breaches(desk, "I2")).toEqual([
    expect.stringMatching(/^Of the texts, \S+ is not what its events say, in status\.$/),
  ]);
});

test("I5 finds a text that left after an opt-out", async () => {
  const desk = await openDesk();
  await sendOne(desk);
  await desk.inside((scope) => recordOptOut(scope, { phone: CUSTOMER, source: "keyword" }));
  expect(await breaches(desk, "I5")).toEqual([]);
  const later = desk.clock.now().add({ seconds: 5 });
  await desk.inside((scope) => scope.tx.updateTable("outbound_messages").set({ sending_at: later }).execute());
  expect(await breaches(desk, "I5")).toEqual([expect.stringContaining("after its recipient had opted out")]);
});

test("I6 finds a text that left at night", async () => {
  const desk = await openDesk();
  await sendOne(desk);
  const night = Temporal.Instant.from("2026-03-04T08:00:00Z");
  await desk.inside((scope) => scope.tx.updateTable("outbound_messages").set({ sending_at: night }).execute());
  expect(await breaches(desk, "I6")).toEqual([expect.stringContaining("at 02:00 in America/Chicago")]);
});

test("I9 finds a send that nobody takes up", async () => {
  const desk = await openDesk();
  await desk.ask();
  const leased_until = desk.clock.now().subtract({ minutes: 1 });
  await desk.inside((scope) =>
    scope.tx.updateTable("outbound_messages").set({ state: "sending", leased_until }).execute(),
  );
  expect(await breaches(desk, "I9")).toHaveLength(1);
});
