import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import twilio from "twilio";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { asOwner, databaseForThisTest } from "../../../test/kit/database.ts";
import { openTestHouse, type TestHouse } from "../../../test/kit/house.ts";
import { openLine, PUBLIC_URL, type SignedLine } from "../../../test/kit/line.ts";
import { createRecorder } from "../../../test/kit/recorder.ts";

const FORM = "application/x-www-form-urlencoded; charset=UTF-8";

async function openDoor() {
  const recorder = createRecorder();
  const house = await openTestHouse({ modules: recorder.modules });
  return { house, recorder, line: await openLine(house) };
}

const inbox = (house: TestHouse) =>
  house.ports.database.platform.selectFrom("webhook_inbox").selectAll().orderBy("arrival").execute();

async function refusals(house: TestHouse): Promise<Record<string, number>> {
  const rows = await house.ports.database.platform.selectFrom("webhook_refusals").selectAll().execute();
  return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
}

const signed = (line: SignedLine, topic: string, params: Record<string, string | string[]>, query = "") =>
  twilio.getExpectedTwilioSignature(line.authToken, `${PUBLIC_URL}/hooks/t/${line.hookToken}/${topic}${query}`, params);

describe("the front door", () => {
  it("stores a signed webhook before it answers", async () => {
    const { house, line } = await openDoor();
    const answer = await line.post("voice", line.call("CA1", "+15125550142"));
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/xml; charset=utf-8");
    expect(answer.body).toContain("<Response/>");
    const [row] = await inbox(house);
    expect(row).toMatchObject({ topic: "voice", subject: "CA1", status: "pending", tenant_id: line.tenantId });
    expect(row?.body).toEqual(line.call("CA1", "+15125550142"));
    expect(row?.received_at.toString()).toBe("2026-03-03T16:00:00Z");
  });

  it("counts repetitions and stores none", async () => {
    const { house, line } = await openDoor();
    const params = line.call("CA1", "+15125550142");
    for (let turn = 0; turn < 3; turn += 1) expect((await line.post("voice", params)).status).toBe(200);
    const together = await Promise.all(Array.from({ length: 20 }, () => line.post("voice", params)));
    expect(together.every(({ status }) => status === 200)).toBe(true);
    expect(await inbox(house)).toHaveLength(1);
    const receipts = await house.ports.database.platform.selectFrom("webhook_receipts").selectAll().execute();
    expect(receipts.map(({ repeats }) => repeats)).toEqual([22]);
  });

  it("stores a crowd that comes at once, each distinct webhook once", async () => {
    const { house, line } = await openDoor();
    const crowd = Array.from({ length: 300 }, (_, index) => line.call(`CA${index % 150}`, "+15125550142"));
    const answers = await Promise.all(crowd.map((params) => line.post("voice", params)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(new Set((await inbox(house)).map(({ subject }) => subject)).size).toBe(150);
    expect(await inbox(house)).toHaveLength(150);
  });

  it("takes a token that is being rotated", async () => {
    const { house, line } = await openDoor();
    const account = await house.ports.database.platform
      .selectFrom("telephony_accounts")
      .selectAll()
      .executeTakeFirstOrThrow();
    const fresh = house.ports.sealer.seal("f".repeat(32), `telephony_accounts:${account.id}:auth_token`);
    await house.ports.scope(line.tenantId, { type: "system" }, ({ tx }) =>
      tx
        .updateTable("telephony_accounts")
        .set({ auth_token_sealed: fresh, previous_auth_token_sealed: account.auth_token_sealed })
        .where("id", "=", account.id)
        .execute(),
    );
    expect((await line.post("voice", line.call("CA1", "+15125550142"))).status).toBe(200);
    const underFresh = await line.post("voice", line.call("CA2", "+15125550142"), { authToken: "f".repeat(32) });
    expect(underFresh.status).toBe(200);
  });

  it("knows at once of a change of the number that another process made", async () => {
    const { house, line } = await openDoor();
    expect((await line.post("voice", line.call("CA1", "+15125550142"))).status).toBe(200);
    const change = (work: (scope: Scope) => Promise<unknown>) => house.ports.scope(line.tenantId, SYSTEM, work);
    const moveTo = (account_sid: string) =>
      change(({ tx }) => tx.updateTable("telephony_accounts").set({ account_sid }).execute());
    await moveTo(`AC${"0".repeat(32)}`);
    expect((await line.post("voice", line.call("CA2", "+15125550142"))).status).toBe(403);
    await moveTo(line.accountSid);
    expect((await line.post("voice", line.call("CA3", "+15125550142"))).status).toBe(200);
    await change(({ tx }) => tx.updateTable("phone_numbers").set({ status: "released" }).execute());
    expect((await line.post("voice", line.call("CA4", "+15125550142"))).status).toBe(404);
    expect((await inbox(house)).map(({ subject }) => subject)).toEqual(["CA1", "CA3"]);
  });

  it("takes JSON whose hash was signed", async () => {
    const { house, line } = await openDoor();
    const body = JSON.stringify({ ...line.call("CA1", "+15125550142"), Attempts: 3, Note: null });
    const query = `?bodySHA256=${createHash("sha256").update(body).digest("hex")}`;
    const headers = { "content-type": "application/json", "x-twilio-signature": signed(line, "voice", {}, query) };
    expect((await line.postRaw(`voice${query}`, body, headers)).status).toBe(200);
    expect((await line.postRaw(`voice${query}`, `${body} `, headers)).status).toBe(403);
    expect((await inbox(house)).map(({ body }) => body)).toEqual([expect.objectContaining({ Attempts: "3" })]);
  });

  it("keeps long, right-to-left and unstorable text", async () => {
    const { house, line, recorder } = await openDoor();
    await house.startWork();
    const texts = [
      "x".repeat(10_000),
      "שלום, הדוד שלי דולף 🚿",
      "\u202Eevil\u202C",
      "one\u0000two",
      "%00",
      "",
      "it's + & = ?",
    ];
    for (const [index, Body] of texts.entries()) {
      const { CallSid: _none, ...ends } = line.call("", "+15125550142");
      const message = { ...ends, MessageSid: `SM${index}`, Body };
      expect((await line.post("sms", message)).status).toBe(200);
    }
    await house.settled();
    const kept = recorder.received.map(({ params }) => params["Body"]);
    expect(new Set(kept)).toEqual(new Set(texts.with(3, "one\uFFFDtwo")));
  });
});

describe("whom the front door turns away", () => {
  it("refuses and counts what is unsigned, wrongly signed, unknown, of others, or unreadable; nothing is stored", async () => {
    const { house, line } = await openDoor();
    const other = await openLine(house, { phoneNumber: "+15125550200" });
    const params = line.call("CA1", "+15125550142");
    const form = new URLSearchParams(params).toString();
    const signature = signed(line, "voice", params);
    const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status;
    const problem = await line.postRaw("voice", form, { "content-type": FORM });
    expect(problem.status).toBe(403);
    expect(problem.headers["content-type"]).toContain("application/problem+json");
    expect(JSON.parse(problem.body)).toMatchObject({ code: "unsigned_webhook" });
    expect(await statusOf(line.post("voice", params, { authToken: other.authToken }))).toBe(403);
    expect(
      await statusOf(line.postRaw("voice", form, { "content-type": FORM, "x-twilio-signature": "nonsense" })),
    ).toBe(403);
    expect(
      await statusOf(line.postRaw("call-status", form, { "content-type": FORM, "x-twilio-signature": signature })),
    ).toBe(403);
    expect(await statusOf(line.post("voice", { ...params, AccountSid: other.accountSid }))).toBe(403);
    expect(await statusOf(line.post("voice", { ...params, To: other.phone, Called: other.phone }))).toBe(403);
    expect(await statusOf(line.post("levitate", params))).toBe(404);
    const unknown = await house.app.inject({
      method: "POST",
      url: "/hooks/t/nobody/voice",
      payload: form,
      headers: { "content-type": FORM },
    });
    expect(unknown.statusCode).toBe(404);
    const { CallSid: _without, ...anonymous } = params;
    expect(await statusOf(line.post("voice", anonymous))).toBe(400);
    await expect
      .poll(() => refusals(house))
      .toEqual({ unsigned: 1, bad_signature: 3, wrong_account: 2, unknown_token: 2, malformed: 1 });
    expect(await inbox(house)).toEqual([]);
  });

  it("answers anything malformed with a refusal, never with a failure of its own", async () => {
    const { house, line } = await openDoor();
    const bodies: [string, string | Buffer][] = [
      [FORM, ""],
      [FORM, "&&&==%%%"],
      [FORM, Buffer.from([0xff, 0xfe, 0x00, 0x80])],
      [FORM, "a".repeat(65_000)],
      [FORM, "__proto__=1&constructor=2&toString=3"],
      ["application/json", "{"],
      ["application/json", '{"a":{"b":[1]}}'],
      ["application/json", "[]"],
      ["text/plain", "hello"],
      ["multipart/form-data; boundary=x", "--x--"],
      ["", "hello"],
      [";;;", "hello"],
    ];
    for (const [type, body] of bodies) {
      const answer = await line.postRaw("voice", body, { "content-type": type, "x-twilio-signature": "x" });
      expect([type, answer.status]).toEqual([type, expect.toBeOneOf([400, 403, 415])]);
    }
    expect(await inbox(house)).toEqual([]);
  });

  it("takes signed bodies of up to 64 KiB, and counts larger ones, signed or not", async () => {
    const { house, line } = await openDoor();
    const params = (bytes: number) => ({ ...line.call("CA1", "+15125550142"), Padding: "x".repeat(bytes) });
    const room = 65_536 - new URLSearchParams(params(0)).toString().length;
    expect((await line.post("voice", params(room))).status).toBe(200);
    expect((await line.post("voice", params(room + 1))).status).toBe(413);
    const unsigned = await line.postRaw("voice", Buffer.alloc(1_048_576, "a"), { "content-type": FORM });
    expect(unsigned.status).toBe(413);
    await expect.poll(() => refusals(house)).toEqual({ too_large: 2 });
    expect(await inbox(house)).toHaveLength(1);
  });

  it("refuses a subject that no index could hold, and keeps a word of any length, once", async () => {
    const { house, line } = await openDoor();
    const endless = randomBytes(5_000).toString("hex");
    expect((await line.post("voice", line.call(endless, "+15125550142"))).status).toBe(400);
    const wordy = (ending: string) => ({ ...line.call("CA1", "+15125550142"), CallStatus: endless + ending });
    const posted = ["", "", "er"].map((ending) => line.post("call-status", wordy(ending)));
    expect((await Promise.all(posted)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await inbox(house)).map(({ body }) => body)).toEqual([wordy(""), wordy("er")]);
  });

  it("reads nothing of whoever knows no address of ours", async () => {
    const { house } = await openDoor();
    let isRead = false;
    const payload = new Readable({
      read: () => {
        isRead = true;
      },
    });
    const { statusCode } = await house.app.inject({
      method: "POST",
      url: "/hooks/t/nobody/voice",
      headers: { "content-type": FORM },
      payload,
    });
    expect(statusCode).toBe(404);
    expect(isRead).toBe(false);
  });

  it("keeps nobody waiting when strangers come in crowds", async () => {
    const { house, line } = await openDoor();
    const form = new URLSearchParams(line.call("CA0", "+15125550142")).toString();
    const headers = { "content-type": FORM, "x-twilio-signature": "nonsense" };
    const strangers = Array.from({ length: 3_000 }, async (_none, place) => {
      const url = `/hooks/t/${place % 2 === 0 ? `nobody${place}` : line.hookToken}/voice`;
      const { statusCode } = await house.app.inject({ method: "POST", url, headers, payload: form });
      return statusCode;
    });
    const ours = await line.post("voice", line.call("CA1", "+15125550142"));
    const page = await house.app.inject({ url: "/api/v1/session" });
    expect([ours.status, page.statusCode]).toEqual([200, 401]);
    expect(new Set(await Promise.all(strangers))).toEqual(new Set([403, 404]));
    expect((await inbox(house)).map(({ subject }) => subject)).toEqual(["CA1"]);
  });

  it("gives up on a number that changes faster than a webhook can be stored", async () => {
    const database = await databaseForThisTest();
    const lines: string[] = [];
    const readLog = (line: string) => lines.push(line);
    const house = await openTestHouse({ modules: createRecorder().modules, database, logLevel: "warn", readLog });
    const line = await openLine(house);
    await asOwner(
      String(database.owner.database),
      `create or replace view number_route_facts with (security_invoker=true) as
         select tenant_id, id, gen_random_uuid()::text as version from phone_numbers`,
    );
    const answer = await line.post("voice", line.call("CA1", "+15125550142"));
    expect(JSON.parse(answer.body)).toMatchObject({ status: 503, code: "unsettled" });
    expect(answer.headers["retry-after"]).toBe("1");
    expect(lines.map((one) => JSON.parse(one))).toMatchObject([{ level: "warn", code: "unsettled", count: 1 }]);
    expect(await inbox(house)).toEqual([]);
  });

  it("refuses every change of one byte of what was signed", async () => {
    const { house, line } = await openDoor();
    const params = line.call("CA1", "+15125550142");
    const form = Buffer.from(new URLSearchParams(params).toString());
    const signature = signed(line, "voice", params);
    for (let place = 0; place < form.length; place += 1) {
      const mutant = Buffer.from(form);
      mutant[place] = mutant.readUInt8(place) ^ 1;
      const answer = await line.postRaw("voice", mutant, { "content-type": FORM, "x-twilio-signature": signature });
      expect([place, answer.status]).toEqual([place, 403]);
    }
    expect(await inbox(house)).toEqual([]);
  });
});

const recordings = join(process.env["NMC_MATERIAL"] ?? "", "twilio-webhooks/recorded.json");
const recorded = z.object({
  token: z.string(),
  bodies: z.array(z.object({ id: z.string(), kind: z.string(), body: z.string() })),
});
const { token, bodies } = existsSync(recordings)
  ? recorded.parse(JSON.parse(readFileSync(recordings, "utf8")))
  : { token: "", bodies: [] };

const TOPIC_OF: Record<string, string> = {
  "voice.status.completed": "call-status",
  "voice.status.initiated": "call-status",
  "voice.dial.action": "dial-result",
  "voice.inbound.ringing": "voice",
  "sms.inbound": "sms",
  "mms.inbound": "sms",
  "sms.status": "sms-status",
};

describe.skipIf(bodies.length === 0)("webhooks recorded from the carrier", () => {
  it.each(bodies)("$id is taken when signed, and refused otherwise", async ({ kind, body }) => {
    const recorder = createRecorder();
    const house = await openTestHouse({ modules: recorder.modules });
    const params = Object.fromEntries(new URLSearchParams(body));
    const isToUs = kind.includes("inbound");
    const line = await openLine(house, {
      authToken: token,
      accountSid: params["AccountSid"] ?? "",
      phoneNumber: params[isToUs ? "To" : "From"] ?? "",
    });
    await house.startWork();
    const topic = TOPIC_OF[kind] ?? kind;
    expect((await line.postRaw(topic, body, { "content-type": FORM })).status).toBe(403);
    const signature = signed(line, topic, params);
    const answer = await line.postRaw(topic, body, { "content-type": FORM, "x-twilio-signature": signature });
    expect(answer.status).toBe(200);
    await house.settled();
    expect(recorder.received.map(({ params }) => params)).toEqual([params]);
  });
});
