import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { createRecorder } from "../../../test/kit/recorder.ts";

async function openDoor() {
  const recorder = createRecorder();
  const house = await openTestHouse({ modules: recorder.modules });
  return { house, recorder, line: await openLine(house) };
}

const inbox = (house: TestHouse) =>
  house.ports.database.platform
    .selectFrom("webhook_inbox")
    .select(["subject", "status", "attempts", "last_error", "processed_at"])
    .orderBy("arrival")
    .execute();

/** How many connections listen for webhooks. */
async function listening(house: TestHouse): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and query like '%listen "webhook_inbox"'`.execute(house.ports.database.platform);
  return rows[0]?.count ?? 0;
}

const statuses = ["ringing", "in-progress", "completed"];

describe("draining the inbox", () => {
  it("receives what was stored before it began, and what is stored later", async () => {
    const { house, recorder, line } = await openDoor();
    await line.post("voice", line.call("CA1", "+15125550142"));
    await house.startWork();
    await house.settled();
    expect(recorder.received).toHaveLength(1);
    await line.post("voice", line.call("CA2", "+15125550142"));
    await expect.poll(() => recorder.received.map(({ params }) => params["CallSid"])).toEqual(["CA1", "CA2"]);
    expect(recorder.received[0]).toMatchObject({
      topic: "voice",
      tenantId: line.tenantId,
      number: { id: line.numberId, phoneNumber: line.phone },
      params: line.call("CA1", "+15125550142"),
    });
  });

  it("receives the webhooks of one subject in the order of their arrival", async () => {
    const { house, recorder, line } = await openDoor();
    for (const CallStatus of statuses)
      for (let call = 0; call < 40; call += 1)
        await line.post("call-status", { ...line.call(`CA${call}`, "+15125550142"), CallStatus });
    await house.startWork();
    await house.settled();
    const ofSubject = Map.groupBy(recorder.received, ({ params }) => params["CallSid"]);
    expect(ofSubject.size).toBe(40);
    for (const heard of ofSubject.values()) expect(heard.map(({ params }) => params["CallStatus"])).toEqual(statuses);
    expect((await inbox(house)).every(({ status }) => status === "processed")).toBe(true);
  });

  it("receives each once though two processes drain together, and keeps the order", async () => {
    const { house, recorder, line } = await openDoor();
    const second = await openTestHouse({ modules: recorder.modules, database: house.ports.database.address });
    await Promise.all([house.startWork(), second.startWork()]);
    for (const CallStatus of statuses)
      await Promise.all(
        Array.from({ length: 30 }, (_, call) =>
          line.post("call-status", { ...line.call(`CA${call}`, "+15125550142"), CallStatus }),
        ),
      );
    await expect.poll(async () => (await inbox(house)).filter(({ status }) => status !== "processed")).toEqual([]);
    expect(recorder.received).toHaveLength(90);
    for (const heard of Map.groupBy(recorder.received, ({ params }) => params["CallSid"]).values())
      expect(heard.map(({ params }) => params["CallStatus"])).toEqual(statuses);
  });

  it("hears at once of what another process stored", async () => {
    const { house: web, recorder, line } = await openDoor();
    const worker = await openTestHouse({ modules: recorder.modules, database: web.ports.database.address });
    await worker.startWork();
    await expect.poll(() => listening(worker)).toBe(1);
    const began = performance.now();
    for (let call = 1; call <= 5; call += 1) {
      await line.post("voice", line.call(`CA${call}`, "+15125550142"));
      await expect.poll(() => recorder.received.length, { interval: 5 }).toBe(call);
    }
    // Looking once a second would take several.
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it("receives what has gathered of a subject in one transaction, and lets one that fails take no other with it", async () => {
    const { house, recorder, line } = await openDoor();
    for (let call = 1; call <= 5; call += 1)
      await line.post("call-status", { ...line.call("CA1", "+15125550142"), CallStatus: `state ${call}` });
    const transactions = new Set<unknown>();
    recorder.before(async ({ tx }, { params }) => {
      transactions.add(tx);
      if (params["CallStatus"] === "state 4") throw new Error("The lamp is out.");
    });
    await house.startWork();
    await house.settled();
    expect(recorder.received.map(({ params }) => params["CallStatus"])).toEqual(["state 1", "state 2", "state 3"]);
    recorder.before(async ({ tx }) => void transactions.add(tx));
    transactions.clear();
    house.clock.advance({ seconds: 1 });
    await house.settled();
    expect(recorder.received).toHaveLength(5);
    expect(transactions.size).toBe(1);
  });

  it("tries a failed webhook again later, in front of those of its subject, and holds up no other", async () => {
    const { house, recorder, line } = await openDoor();
    // Two attempts; each is made together with the others of the subject, then alone.
    let failures = 4;
    recorder.before(async (_scope, { params }) => {
      if (params["CallSid"] === "CA1" && failures > 0) {
        failures -= 1;
        throw new Error("The lamp is out.");
      }
    });
    for (const CallStatus of statuses)
      await line.post("call-status", { ...line.call("CA1", "+15125550142"), CallStatus });
    await line.post("call-status", line.call("CA2", "+15125550142"));
    await house.startWork();
    await house.settled();
    expect(recorder.received.map(({ params }) => params["CallSid"])).toEqual(["CA2"]);
    expect((await inbox(house))[0]).toMatchObject({ status: "failed", attempts: 1, last_error: "The lamp is out." });

    house.clock.advance({ seconds: 1 });
    await house.settled();
    expect((await inbox(house))[0]).toMatchObject({ status: "failed", attempts: 2 });
    house.clock.advance({ seconds: 2 });
    await house.settled();
    const heard = recorder.received.filter(({ params }) => params["CallSid"] === "CA1");
    expect(heard.map(({ params }) => params["CallStatus"])).toEqual(statuses);
  });

  it.each(["40P01", "57P01"])("counts no attempt against a webhook for what is not its fault: %s", async (code) => {
    const { house, recorder, line } = await openDoor();
    let misfortunes = 3;
    recorder.before(async () => {
      misfortunes -= 1;
      if (misfortunes > 0) throw Object.assign(new Error("Not now."), { code });
    });
    await line.post("voice", line.call("CA1", "+15125550142"));
    await house.startWork();
    await expect.poll(() => recorder.received.length, { timeout: 5000 }).toBe(1);
    await house.settled();
    expect((await inbox(house))[0]).toMatchObject({ status: "processed", attempts: 0 });
  });

  it("counts conflicts against a webhook that has none but these for a minute", async () => {
    const { house, recorder, line } = await openDoor();
    recorder.before(async () => {
      throw Object.assign(new Error("Not now."), { code: "40P01" });
    });
    await line.post("voice", line.call("CA1", "+15125550142"));
    house.clock.advance({ seconds: 60 });
    await house.startWork();
    for (let attempt = 1; attempt < 8; attempt += 1) {
      await house.settled();
      expect((await inbox(house))[0]).toMatchObject({ status: "failed", attempts: attempt, last_error: "Not now." });
      house.clock.advance({ seconds: 64 });
    }
    await house.settled();
    expect((await inbox(house))[0]).toMatchObject({ status: "dead", attempts: 8 });
  });

  it("gives up after eight attempts, with the reason, and goes on with what came after", async () => {
    const { house, recorder, line } = await openDoor();
    recorder.before(async (_scope, { params }) => {
      if (params["CallStatus"] === "ringing") throw new Error(`A long\0 story: ${"x".repeat(1000)}`);
    });
    for (const CallStatus of statuses)
      await line.post("call-status", { ...line.call("CA1", "+15125550142"), CallStatus });
    await house.startWork();
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await house.settled();
      house.clock.advance({ seconds: 64 });
    }
    await house.settled();
    const [dead, ...rest] = await inbox(house);
    expect(dead).toMatchObject({ status: "dead", attempts: 8, processed_at: null });
    expect(dead?.last_error).toMatch(/^A long\uFFFD story: x{485}$/);
    expect(rest.map(({ status }) => status)).toEqual(["processed", "processed"]);
  });

  it("lets a person have a dead letter received again", async () => {
    const { house, recorder, line } = await openDoor();
    let isLampOut = true;
    recorder.before(async () => {
      if (isLampOut) throw new Error("The lamp is out.");
    });
    await line.post("voice", line.call("CA1", "+15125550142"));
    await house.startWork();
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await house.settled();
      house.clock.advance({ seconds: 64 });
    }
    const [owner, user] = [await signInPerson(house, line.tenantId), await signInPerson(house, line.tenantId, "user")];
    expect((await user.get("/dead-letters")).status).toBe(403);
    const { body } = await owner.get("/dead-letters");
    expect(body["data"]).toMatchObject([
      { topic: "voice", subject: "CA1", attempts: 8, last_error: "The lamp is out." },
    ]);
    isLampOut = false;
    const [letter] = body["data"] as { id: string }[];
    expect((await owner.post(`/dead-letters/${letter?.id}/revival`, {})).status).toBe(200);
    await house.settled();
    expect(recorder.received).toHaveLength(1);
    expect((await owner.get("/dead-letters")).body["data"]).toEqual([]);
    expect((await owner.post(`/dead-letters/${letter?.id}/revival`, {})).status).toBe(404);
  });

  it("takes back what a failed webhook had begun", async () => {
    const { house, recorder, line } = await openDoor();
    recorder.before(async (scope) => {
      await scope.audit({ entity_type: "lamp", entity_id: null, action: "lit" });
      throw new Error("The lamp is out.");
    });
    await line.post("voice", line.call("CA1", "+15125550142"));
    await house.startWork();
    await house.settled();
    const lit = await house.ports.scope(line.tenantId, { type: "system" }, ({ tx }) =>
      tx.selectFrom("audit_logs").selectAll().where("action", "=", "lit").execute(),
    );
    expect(lit).toEqual([]);
  });

  it("works on other subjects while one takes its time", async () => {
    const { house, recorder, line } = await openDoor();
    const slow = Promise.withResolvers<void>();
    recorder.before(async (_scope, { params }) => {
      if (params["CallSid"] === "CA0") await slow.promise;
    });
    await house.startWork();
    for (let call = 0; call < 20; call += 1) await line.post("voice", line.call(`CA${call}`, "+15125550142"));
    await expect.poll(() => recorder.received.length).toBe(19);
    slow.resolve();
    await house.settled();
    expect(recorder.received).toHaveLength(20);
  });
});
