import { describe, expect, test } from "vitest";
import { optOutState } from "#compliance";
import { receiveAgain, selectKept } from "#intake";
import { CUSTOMER, type Desk, openDesk } from "../../../test/kit/desk.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { ONE_PIXEL } from "../../../test/kit/scripted-carrier.ts";
import { messagesSince } from "./messages.ts";

/** The assistant is switched off, so that what is said is said by what is tested here. */
async function openAtWork(): Promise<Desk> {
  const desk = await openDesk();
  await desk.inside((scope) => scope.tx.updateTable("business_settings").set({ ai_enabled: false }).execute());
  await desk.house.startWork();
  return desk;
}

async function writes(desk: Desk, ...how: Parameters<Desk["customerWrites"]>): Promise<void> {
  expect((await desk.customerWrites(...how)).status).toBe(200);
  await desk.house.settled();
}

async function said(desk: Desk) {
  const { id } = await desk.thread();
  return desk.inside((scope) => messagesSince(scope, id, null));
}

test("the first text of a stranger opens a thread that waits for a person", async () => {
  const desk = await openAtWork();
  await writes(desk, "My sink leaks");
  expect(await said(desk)).toMatchObject([
    { direction: "inbound", sender: "customer", body: "My sink leaks", status: "received" },
  ]);
  expect(await desk.thread()).toMatchObject({
    status: "waiting",
    waiting_since: desk.clock.now(),
    unread_count: 1,
    customer_message_count: 1,
    owner_kind: "none",
  });
});

test("the carrier repeats itself, and on the fallback address too: one message", async () => {
  const desk = await openAtWork();
  const again = { MessageSid: "SM00000000000000000000000000000042" };
  await writes(desk, "Hello", again);
  await writes(desk, "Hello", again);
  await writes(desk, "Hello", again, "sms-fallback");
  expect(await said(desk)).toHaveLength(1);
});

test("texts of one person keep their order, however fast they come", async () => {
  const desk = await openAtWork();
  await Promise.all(["1", "2", "3", "4", "5", "6"].map((body) => desk.customerWrites(body)));
  await desk.house.settled();
  const bodies = (await said(desk)).map(({ body }) => body);
  expect(bodies.toSorted()).toEqual(["1", "2", "3", "4", "5", "6"]);
  const arrivals = await desk.inside((scope) =>
    scope.tx.selectFrom("webhook_inbox").select("body").where("topic", "=", "sms").orderBy("arrival").execute(),
  );
  expect(arrivals.map(({ body }) => (body as Record<string, string>)["Body"])).toEqual(bodies);
});

test("a photo without words is fetched, kept, and shown to people of the business only", async () => {
  const desk = await openAtWork();
  const photo = { NumMedia: "1", MediaUrl0: "https://api.twilio.com/photo", MediaContentType0: "image/png" };
  await writes(desk, "", photo);
  expect(await said(desk)).toMatchObject([{ body: "", media_count: 1 }]);
  const person = await signInPerson(desk.house, desk.line.tenantId, "viewer");
  const { id } = await desk.thread();
  const { body } = await person.get(`/conversations/${id}/timeline`);
  expect(body).toMatchObject({ data: [{ kind: "message", media: [{ content_type: "image/png", state: "stored" }] }] });
  const [item] = body["data"] as { media: { url: string }[] }[];
  const url = item?.media[0]?.url ?? "";
  expect((await desk.house.app.inject({ method: "GET", url })).statusCode).toBe(401);
  const shown = await desk.house.app.inject({ method: "GET", url, cookies: person.cookies });
  expect(shown.rawPayload).toEqual(ONE_PIXEL);
  expect(shown.headers).toMatchObject({
    "content-type": "image/png",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=31536000, immutable",
  });
});

test("a short code is noted, not answered", async () => {
  const desk = await openAtWork();
  await writes(desk, "Your code is 123456", { From: "22395" });
  expect(await desk.tasks()).toEqual([
    { type: "note", subject: "A text from 22395", description: "Your code is 123456" },
  ]);
});

test("a short code is noted once, however often its webhook is received", async () => {
  const desk = await openAtWork();
  await writes(desk, "Your code is 123456", { From: "22395" });
  const [webhook] = await selectKept(desk.house.ports, { status: "processed" });
  if (webhook === undefined) throw new Error("Nothing came in.");
  expect(await receiveAgain(desk.house.ports, webhook)).toMatchObject({ status: "processed", error: null });
  expect(await desk.tasks()).toHaveLength(1);
});

test("a thread speaks the language of the customer's last words", async () => {
  const desk = await openAtWork();
  await writes(desk, "Hola, necesito un plomero para mi casa");
  expect(await desk.thread()).toMatchObject({ language: "es" });
  await writes(desk, "ok");
  expect(await desk.thread()).toMatchObject({ language: "es" });
});

describe("opting out", () => {
  test.each(["STOP", "stop", "Unsubscribe", "CANCEL"])("by %s is confirmed by the carrier alone", async (word) => {
    const desk = await openAtWork();
    await writes(desk, word);
    expect(await state(desk)).toMatchObject({ optedOut: true, source: "keyword" });
    expect(desk.carrier.taken).toEqual([]);
    expect(await desk.thread()).toMatchObject({ waiting_since: null });
  });

  test.each(["Please stop texting me", "opt out", "ALTO", "stop!!"])(
    "by “%s”, which the carrier does not see, is confirmed by us, once",
    async (words) => {
      const desk = await openAtWork();
      await writes(desk, words);
      await writes(desk, words);
      expect((await state(desk)).optedOut).toBe(true);
      expect(desk.carrier.taken.map(({ body }) => body)).toEqual([
        "Rivera Plumbing: you will get no more texts from us. Reply START to get them again.",
      ]);
    },
  );

  test.each(["cancel my appointment on Tuesday", "the leak does not stop", "yes", "I quit my job"])(
    "is not what “%s” means",
    async (words) => {
      const desk = await openAtWork();
      await writes(desk, words);
      expect((await state(desk)).optedOut).toBe(false);
    },
  );

  test("ends with START, and is noted both times", async () => {
    const desk = await openAtWork();
    await writes(desk, "STOP");
    await writes(desk, "START");
    expect((await state(desk)).optedOut).toBe(false);
    const events = await desk.inside((scope) =>
      scope.tx.selectFrom("conversation_events").select("event_type").orderBy("id").execute(),
    );
    expect(events.map(({ event_type }) => event_type)).toEqual(["opted_out", "opted_in"]);
  });
});

function state(desk: Desk) {
  return desk.inside((scope) => optOutState(scope, CUSTOMER));
}
