import { sql } from "kysely";
import { expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { upToCalls } from "../../../test/kit/modules.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { createRecorder } from "../../../test/kit/recorder.ts";
import { receiveAgain } from "./receive-again.ts";
import { selectKept } from "./stored.ts";
import { subjectLock } from "./subject-lock.ts";

const LONGEST_WAIT_S = 64;

/** A house whose webhooks all die, until it is mended. */
async function openFailing() {
  const recorder = createRecorder();
  let isBroken = true;
  recorder.before(async () => {
    if (isBroken) throw new Error("Nobody is at home.");
  });
  const house = await openTestHouse({ modules: recorder.modules, logLevel: "silent" });
  const line = await openLine(house);
  await house.startWork();
  for (const sid of ["CA1", "CA2", "CA3"]) await line.post("voice", line.call(sid, "+15125550142"));
  await house.settled();
  for (let attempt = 1; attempt < 8; attempt += 1) {
    house.clock.advance({ seconds: LONGEST_WAIT_S });
    await house.settled();
  }
  return {
    recorder,
    house,
    person: await signInPerson(house, line.tenantId),
    dead: () => selectKept(house.ports, { status: "dead" }),
    mend: () => {
      isBroken = false;
    },
  };
}

test("a dead letter is received again, or dies again and says why", async () => {
  const { house, recorder, dead, mend } = await openFailing();
  const [first] = await dead();
  if (first === undefined) throw new Error("Nothing died.");
  expect(await receiveAgain(house.ports, first)).toMatchObject({ status: "failed", error: "Nobody is at home." });
  mend();
  const [second] = await dead();
  if (second === undefined) throw new Error("Everything was received.");
  expect(await receiveAgain(house.ports, second)).toMatchObject({ status: "processed", error: null });
  expect(recorder.received.map(({ params }) => params["CallSid"])).toContain(second.subject);
});

test("all are received again at once, by whoever may manage webhooks", async () => {
  const { house, recorder, person, dead, mend } = await openFailing();
  expect((await person.get("/dead-letters")).body["data"]).toHaveLength(3);
  mend();
  expect((await person.post("/dead-letters/revivals", {})).body).toEqual({ revived: 3 });
  await house.settled();
  expect(await dead()).toEqual([]);
  expect(recorder.received).toHaveLength(3);
  expect((await person.get("/dead-letters")).body["data"]).toEqual([]);
});

test("a webhook that was received changes nothing when it is received again", async () => {
  const house = await openTestHouse({ modules: upToCalls });
  const line = await openLine(house);
  await house.startWork();
  const call = line.call("CA1", "+15125550142");
  await line.post("voice", call);
  await line.post("dial-result", { ...call, DialCallStatus: "no-answer", DialBridged: "false" });
  await house.settled();
  const state = () =>
    house.ports.scope(line.tenantId, { type: "system" }, async ({ tx }) => [
      await tx.selectFrom("calls").selectAll().execute(),
      await tx.selectFrom("call_events").selectAll().execute(),
      await tx.selectFrom("events").selectAll().execute(),
    ]);
  const before = await state();
  const kept = await selectKept(house.ports, { subject: "CA1" });
  expect(kept.map(({ topic }) => topic)).toEqual(["voice", "dial-result"]);
  for (const webhook of kept)
    expect(await receiveAgain(house.ports, webhook)).toMatchObject({ status: "processed", error: null, announced: 0 });
  expect(await state()).toEqual(before);
});

test("a webhook is not received again while another of its subject is being received", async () => {
  const recorder = createRecorder();
  const house = await openTestHouse({ modules: recorder.modules });
  const line = await openLine(house);
  await house.startWork();
  const post = (CallStatus: string) => line.post("call-status", { ...line.call("CA1", "+15125550142"), CallStatus });
  await post("in-progress");
  await house.settled();
  const [first] = await selectKept(house.ports, { subject: "CA1" });
  if (first === undefined) throw new Error("Nothing came in.");
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  recorder.before(() => {
    begun.resolve();
    return gate.promise;
  });
  await post("completed");
  await begun.promise;
  const again = receiveAgain(house.ports, first);
  await expect.poll(() => waitingForLocks(house)).toBe(1);
  gate.resolve();
  await again;
  await house.settled();
  expect(recorder.received.map(({ params }) => params["CallStatus"])).toEqual([
    "in-progress",
    "completed",
    "in-progress",
  ]);
});

test("a webhook waits for those of the subject under which it was stored, whatever its topic says now", async () => {
  const recorder = createRecorder();
  const house = await openTestHouse({ modules: recorder.modules });
  const { tenantId, post, call } = await openLine(house);
  await post("call-status", call("CA1", "+15125550142"));
  const { platform } = house.ports.database;
  await platform.updateTable("webhook_inbox").set({ subject: "the call CA1", status: "processed" }).execute();
  const [kept] = await selectKept(house.ports, { subject: "the call CA1" });
  if (kept === undefined) throw new Error("Nothing came in.");
  const [held, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = platform.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${subjectLock(sql`${tenantId}`, sql`${kept.subject}`)})`.execute(tx);
    held.resolve();
    await gate.promise;
  });
  await held.promise;
  const again = receiveAgain(house.ports, kept);
  await expect.poll(() => waitingForLocks(house)).toBe(1);
  expect(recorder.received).toEqual([]);
  gate.resolve();
  await Promise.all([holding, again]);
  expect(recorder.received).toHaveLength(1);
});

async function waitingForLocks({ ports }: TestHouse): Promise<number> {
  const { rows } = await sql`
    select from pg_locks join pg_database on pg_database.oid = pg_locks.database
    where locktype = 'advisory' and not granted and datname = current_database()`.execute(ports.database.platform);
  return rows.length;
}
