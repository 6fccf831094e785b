import { expect, test } from "vitest";
import { examine } from "#operations";
import { type Desk, openDesk } from "../../../test/kit/desk.ts";
import { allModules } from "../all-modules.ts";

async function sent(): Promise<Desk & { sid: string; oid: string }> {
  const desk = await openDesk();
  const { outboundMessageId } = await desk.ask();
  await desk.house.startWork();
  await desk.house.settled();
  return { ...desk, sid: desk.carrier.taken[0]?.messageSid ?? "", oid: String(outboundMessageId) };
}

async function breaches(desk: Desk): Promise<string[]> {
  return (await examine(desk.house.ports, allModules)).flatMap((finding) => finding.breaches);
}

test("reports in the wrong order, twice and late end in the same state", async () => {
  const desk = await sent();
  for (const status of ["delivered", "sent", "delivered", "sending", "queued"]) {
    await desk.report(desk.sid, status, { oid: desk.oid });
    await desk.house.settled();
  }
  expect(await desk.onlySend()).toMatchObject({ status: "delivered", is_final: true });
  const events = await desk.inside((scope) => scope.tx.selectFrom("message_events").select("status").execute());
  expect(events.map(({ status }) => status).toSorted()).toEqual(["delivered", "queued", "queued", "sending", "sent"]);
  expect(await breaches(desk)).toEqual([]);
});

test("a report before the carrier's own answer adopts the text by our id", async () => {
  const desk = await openDesk();
  desk.carrier.during = async () => {
    await desk.report("SM00000000000000000000000000000001", "sent", { oid: String((await desk.onlySend()).id) });
    while ((await desk.onlySend()).state !== "accepted") await new Promise((resolve) => setImmediate(resolve));
  };
  await desk.ask();
  await desk.house.startWork();
  await desk.house.settled();
  expect(await desk.onlySend()).toMatchObject({
    state: "accepted",
    status: "sent",
    message_sid: "SM00000000000000000000000000000001",
    attempts: 1,
  });
  expect(await breaches(desk)).toEqual([]);
});

test("a report whose answer never came saves the search", async () => {
  const desk = await openDesk();
  desk.carrier.script = ["lose_answer"];
  await desk.ask();
  await desk.house.startWork();
  await desk.house.settled();
  const { id, state } = await desk.onlySend();
  expect(state).toBe("unknown");
  await desk.report(desk.carrier.taken[0]?.messageSid ?? "", "delivered", { oid: id });
  await desk.house.settled();
  expect(await desk.onlySend()).toMatchObject({ state: "accepted", status: "delivered" });
});

test("a report about a message that we do not know yet waits for the answer that names it, or meets it", async () => {
  const desk = await openDesk();
  const { promise: reported, resolve: report } = Promise.withResolvers<void>();
  desk.carrier.during = async ({ body }) => {
    if (body !== "First") return report();
    await desk.report("SM00000000000000000000000000000001", "delivered");
  };
  await desk.ask({ body: "First" });
  await desk.house.startWork();
  await desk.house.settled();
  expect(await desk.onlySend()).toMatchObject({ state: "accepted", status: "delivered", is_final: true });
  await desk.ask({ body: "Second" });
  await reported;
  await desk.report("SM00000000000000000000000000000002", "delivered");
  await desk.house.settled();
  expect((await desk.sends()).map(({ status }) => status)).toEqual(["delivered", "delivered"]);
});

test("a text that was not delivered becomes a task with the reason in plain words", async () => {
  const desk = await sent();
  await desk.report(desk.sid, "undelivered", { oid: desk.oid, errorCode: 30003 });
  await desk.report(desk.sid, "undelivered", { oid: desk.oid, errorCode: 30003 });
  await desk.house.settled();
  expect(await desk.onlySend()).toMatchObject({ status: "undelivered", error_code: 30003 });
  expect(await desk.tasks()).toEqual([
    {
      type: "call",
      subject: "Call (512) 555-0142: our text did not arrive",
      description: "The phone is off or out of reach. Try again later, or call.",
    },
  ]);
});

test("the same end with another error code is another report, in the inbox as in the ledger", async () => {
  const desk = await sent();
  for (const errorCode of [30005, 30003, 30005])
    await desk.report(desk.sid, "undelivered", { oid: desk.oid, errorCode });
  await desk.house.settled();
  const told = await desk.inside(async ({ tx }) => ({
    inbox: await tx.selectFrom("webhook_facts").select("dedupe_key as key").where("topic", "=", "sms-status").execute(),
    ledger: await tx.selectFrom("message_events").select("event_key as key").where("source", "=", "webhook").execute(),
  }));
  const keys = [`${desk.sid}:undelivered:30003`, `${desk.sid}:undelivered:30005`];
  expect(told.inbox.map(({ key }) => key).toSorted()).toEqual(keys);
  expect(told.ledger.map(({ key }) => key).toSorted()).toEqual(keys);
  expect(await breaches(desk)).toEqual([]);
});

test("a report in the older words of the carrier is told apart by its state", async () => {
  const desk = await sent();
  const { line } = desk;
  for (const SmsStatus of ["sent", "delivered"])
    await line.post("sms-status", { AccountSid: line.accountSid, SmsSid: desk.sid, SmsStatus, From: line.phone });
  await desk.house.settled();
  expect(await desk.onlySend()).toMatchObject({ status: "delivered", is_final: true });
});

test("two ends that contradict each other are settled by the carrier's list", async () => {
  const desk = await sent();
  await desk.report(desk.sid, "delivered", { oid: desk.oid });
  const [truth] = desk.carrier.taken;
  if (truth !== undefined) truth.status = "undelivered";
  await desk.report(desk.sid, "undelivered", { oid: desk.oid, errorCode: 30008 });
  await desk.house.settled();
  expect((await desk.onlySend()).status).toBe("undelivered");
  expect(await breaches(desk)).toEqual([]);
});

test("a second message with our id is confessed", async () => {
  const desk = await sent();
  await desk.report("SM99999999999999999999999999999999", "sent", { oid: desk.oid });
  await desk.house.settled();
  expect(await desk.tasks()).toMatchObject([{ subject: "(512) 555-0142 may have received the same text twice" }]);
  expect(await breaches(desk)).toEqual([expect.stringContaining("was taken 2 times")]);
});
