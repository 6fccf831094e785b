import { describe, expect, test } from "vitest";
import { CUSTOMER, type Desk, openDesk } from "../../../test/kit/desk.ts";
import { type SignedInPerson, signInPerson } from "../../../test/kit/person.ts";
import { openConversation } from "./open-conversation.ts";
import { handOver } from "./ownership.ts";
import { say } from "./say.ts";

type Item = Record<string, unknown> & { id: string; kind: string };

async function openInbox(): Promise<Desk & { ann: SignedInPerson }> {
  const desk = await openDesk();
  await desk.inside((scope) => scope.tx.updateTable("business_settings").set({ ai_enabled: false }).execute());
  await desk.house.startWork();
  return { ...desk, ann: await signInPerson(desk.house, desk.line.tenantId) };
}

const itemsOf = ({ body }: { body: Record<string, unknown> }) => body["data"] as Item[];

test("the list tells words that were not sent from those that were", async () => {
  const desk = await openInbox();
  await desk.customerWrites("STOP");
  await desk.house.settled();
  const { id } = await desk.thread();
  await desk.inside((scope) => say(scope, { conversationId: id, as: "system", body: "A reminder of your visit." }));
  expect(itemsOf(await desk.ann.get("/conversations"))).toMatchObject([
    { last_message: { body: "A reminder of your visit.", status: "refused" } },
  ]);
});

test("a person reads, answers and closes a thread", async () => {
  const desk = await openInbox();
  await desk.customerWrites("Can you come today?");
  await desk.house.settled();
  const [waiting] = itemsOf(await desk.ann.get("/conversations?view=waiting"));
  expect(waiting).toMatchObject({
    customer_phone: CUSTOMER,
    unread_count: 1,
    owner: { kind: "none" },
    last_message: {
      body: "Can you come today?",
      direction: "inbound",
      sender: "customer",
      status: "received",
      media_count: 0,
    },
  });
  const id = waiting?.id ?? "";
  expect((await desk.ann.post(`/conversations/${id}/read`, {})).status).toBe(200);
  const sent = await desk.ann.post(`/conversations/${id}/messages`, { body: "At 3 this afternoon." });
  expect(sent).toMatchObject({
    status: 201,
    body: { kind: "message", status: "queued", sender: "human", sender_name: "Ann Lee" },
  });
  await desk.house.settled();
  expect(await desk.ann.get(`/conversations/${id}`)).toMatchObject({
    body: {
      status: "active",
      waiting_since: null,
      unread_count: 0,
      owner: { kind: "person", user_id: desk.ann.userId, name: "Ann Lee" },
      human_active: true,
      opted_out: false,
      contact: { phone: CUSTOMER },
    },
  });
  expect(itemsOf(await desk.ann.get("/conversations?view=waiting"))).toEqual([]);
  expect(itemsOf(await desk.ann.get("/conversations?view=mine"))).toHaveLength(1);
  await desk.ann.patch(`/conversations/${id}`, { status: "resolved", tags: ["repeat customer"], priority: "high" });
  expect(itemsOf(await desk.ann.get("/conversations?view=all"))).toEqual([]);
  expect(itemsOf(await desk.ann.get("/conversations?view=resolved"))).toMatchObject([
    { status: "resolved", tags: ["repeat customer"], priority: "high", owner: { kind: "none" } },
  ]);
});

test("a new text of the customer wakes a resolved thread", async () => {
  const desk = await openInbox();
  await desk.customerWrites("Thanks!");
  await desk.house.settled();
  const { id } = await desk.thread();
  await desk.ann.patch(`/conversations/${id}`, { status: "resolved" });
  await desk.customerWrites("One more thing");
  await desk.house.settled();
  expect(itemsOf(await desk.ann.get("/conversations?view=waiting"))).toMatchObject([{ id, status: "waiting" }]);
});

test("every text says why it went out or did not", async () => {
  const desk = await openInbox();
  await desk.customerWrites("hello");
  await desk.customerWrites("STOP");
  await desk.house.settled();
  const { id } = await desk.thread();
  const refused = await desk.ann.post(`/conversations/${id}/messages`, { body: "Are you sure?" });
  expect(refused).toMatchObject({
    status: 201,
    body: { status: "refused", error_sentence: "The person opted out of texts on 2026-03-03." },
  });
  expect(await desk.ann.get(`/messages/${refused.body["id"]}/why`)).toMatchObject({
    body: { verdict: "refused", reason: "opt_out", requested_by: "person", class: "conversational" },
  });
  const inbound = itemsOf(await desk.ann.get(`/conversations/${id}/timeline`)).find(
    (item) => item["direction"] === "inbound",
  );
  expect((await desk.ann.get(`/messages/${inbound?.id}/why`)).status).toBe(404);
});

test("the pen goes from the assistant to a person and back", async () => {
  const desk = await openDesk();
  const ann = await signInPerson(desk.house, desk.line.tenantId);
  const { id, ownership_token } = await desk.thread();
  expect(await ann.post(`/conversations/${id}/takeover`, {})).toMatchObject({
    body: { owner: { kind: "person" }, ownership_token: ownership_token + 1, human_active: true, ai_active: false },
  });
  expect(await ann.post(`/conversations/${id}/takeover`, {})).toMatchObject({
    body: { ownership_token: ownership_token + 1 },
  });
  expect(await ann.delete(`/conversations/${id}/takeover`)).toMatchObject({
    body: { owner: { kind: "ai", user_id: null }, ownership_token: ownership_token + 2, ai_active: true },
  });
  await desk.inside((scope) => handOver(scope, id, "asked_for_human", true));
  expect(itemsOf(await ann.get("/conversations?view=waiting"))).toMatchObject([{ id, priority: "urgent" }]);
  expect(itemsOf(await ann.get(`/conversations/${id}/timeline`)).map((item) => item["sentence"])).toEqual([
    "The assistant asks for a person at once: the customer asked for a person.",
    "Ann Lee handed the conversation back to the assistant.",
    "Ann Lee took over the conversation.",
  ]);
});

describe("the timeline", () => {
  test("mixes everything on one line of time and pages through it without gap or repetition", async () => {
    const desk = await openInbox();
    await desk.callsInVain();
    const { id } = await desk.thread();
    for (let i = 0; i < 7; i++) {
      desk.clock.advance({ seconds: 40 });
      await desk.customerWrites(`text ${i}`);
      await desk.house.settled();
      // Some things happen at the same moment.
      if (i % 2 === 0) await desk.ann.post(`/conversations/${id}/notes`, { body: `note ${i}` });
      if (i === 3) await desk.ann.post(`/conversations/${id}/takeover`, {});
    }
    const whole = itemsOf(await desk.ann.get(`/conversations/${id}/timeline?limit=200`));
    expect(new Set(whole.map(({ kind }) => kind))).toEqual(new Set(["message", "call", "note", "event"]));
    const times = whole.map((item) => String(item["at"]));
    expect(times).toEqual(times.toSorted().toReversed());
    const paged: Item[] = [];
    let cursor: unknown = null;
    do {
      const page = await desk.ann.get(
        `/conversations/${id}/timeline?limit=2${cursor === null ? "" : `&cursor=${cursor}`}`,
      );
      paged.push(...itemsOf(page));
      cursor = page.body["next_cursor"];
    } while (cursor !== null);
    expect(paged.map((item) => item.id)).toEqual(whole.map((item) => item.id));
  });

  test("of nobody is not found", async () => {
    const desk = await openInbox();
    expect((await desk.ann.get("/conversations/01890000-0000-7000-8000-000000000000/timeline")).status).toBe(404);
  });
});

describe("the list", () => {
  test("pages through many threads, the latest first, and those that wait longest first", async () => {
    const desk = await openInbox();
    for (let i = 0; i < 9; i++) {
      desk.clock.advance({ seconds: 5 });
      await desk.customerWrites(`I am number ${i}`, { From: `+1512555${4000 + i}` });
      await desk.house.settled();
    }
    const walk = async (view: string) => {
      const seen: string[] = [];
      let cursor: unknown = null;
      do {
        const page = await desk.ann.get(
          `/conversations?view=${view}&limit=4${cursor === null ? "" : `&cursor=${cursor}`}`,
        );
        seen.push(...itemsOf(page).map((row) => String(row["customer_phone"]).slice(-1)));
        cursor = page.body["next_cursor"];
      } while (cursor !== null);
      return seen.join("");
    };
    expect(await walk("all")).toBe("876543210");
    expect(await walk("waiting")).toBe("012345678");
  });

  test("finds a thread by name, by a part of the number and by words", async () => {
    const desk = await openInbox();
    await desk.customerWrites("The garbage disposal is jammed");
    await desk.house.settled();
    const { contact_id } = await desk.thread();
    await desk.ann.patch(`/contacts/${contact_id}`, { name: "Dana Whitfield" });
    const found = async (q: string) => itemsOf(await desk.ann.get(`/conversations?q=${encodeURIComponent(q)}`)).length;
    expect([
      await found("whitf"),
      await found("555-01"),
      await found("jammed disposals"),
      await found("heater"),
      await found("0142 Oak St"),
      await found("%"),
    ]).toEqual([1, 1, 1, 0, 0, 0]);
    const hits = async (q: string) =>
      itemsOf(await desk.ann.get(`/search?q=${encodeURIComponent(q)}`)).map((hit) => [hit.kind, hit["title"]]);
    expect(await hits("dana")).toEqual([["contact", "Dana Whitfield"]]);
    expect(await hits("0142")).toEqual([["contact", "Dana Whitfield"]]);
    expect(await hits("garbage")).toEqual([["message", "Dana Whitfield"]]);
    expect(await hits("100%")).toEqual([]);
  });
});

describe("starting a thread", () => {
  test("writes to a number in any notation", async () => {
    const desk = await openInbox();
    const started = await desk.ann.post("/conversations", { phone: "(512) 555-0199", body: "Your part is here." });
    expect(started).toMatchObject({ status: 201, body: { customer_phone: "+15125550199", owner: { kind: "person" } } });
    await desk.house.settled();
    expect(desk.carrier.taken).toMatchObject([{ to: "+15125550199", body: "Your part is here." }]);
    expect((await desk.ann.post("/conversations", { phone: "12345", body: "Hi" })).body["code"]).toBe("bad_phone");
  });

  test("at night waits for the morning", async () => {
    const desk = await openInbox();
    desk.clock.moveTo(Temporal.Instant.from("2026-03-04T05:00:00Z"));
    const started = await desk.ann.post("/conversations", { phone: "(512) 555-0199", body: "Your part is here." });
    const [message] = itemsOf(await desk.ann.get(`/conversations/${started.body["id"]}/timeline`));
    expect(message).toMatchObject({ kind: "message", status: "queued" });
    expect(await desk.ann.get(`/messages/${message?.id}/why`)).toMatchObject({ body: { verdict: "deferred" } });
    desk.clock.moveTo(Temporal.Instant.from("2026-03-04T14:00:05Z"));
    await desk.house.settled();
    expect(desk.carrier.taken).toHaveLength(1);
  });
});

test("who only watches may read and not write", async () => {
  const desk = await openInbox();
  const { id } = await desk.thread();
  const viewer = await signInPerson(desk.house, desk.line.tenantId, "viewer");
  expect((await viewer.get(`/conversations/${id}`)).status).toBe(200);
  expect((await viewer.post(`/conversations/${id}/messages`, { body: "Hi" })).status).toBe(403);
  expect((await viewer.post(`/conversations/${id}/takeover`, {})).status).toBe(403);
});

test("delivery and its failure show in the thread", async () => {
  const desk = await openInbox();
  await desk.customerWrites("hello");
  await desk.house.settled();
  const { id } = await desk.thread();
  await desk.ann.post(`/conversations/${id}/messages`, { body: "On my way" });
  await desk.house.settled();
  const statusNow = async () =>
    itemsOf(await desk.ann.get(`/conversations/${id}/timeline`)).find((item) => item["sender"] === "human");
  expect(await statusNow()).toMatchObject({ status: "sending" });
  const sid = desk.carrier.taken[0]?.messageSid ?? "";
  await desk.report(sid, "sent");
  await desk.house.settled();
  expect(await statusNow()).toMatchObject({ status: "sent", error_sentence: null });
  await desk.report(sid, "undelivered", { errorCode: 30007 });
  await desk.house.settled();
  expect(await statusNow()).toMatchObject({
    status: "undelivered",
    error_code: 30007,
    error_sentence: "The carrier took this text for spam. Say it in other words, without links.",
  });
});

test("a thread that was closed stays closed, and the next text begins another", async () => {
  const desk = await openInbox();
  await desk.customerWrites("hello");
  await desk.house.settled();
  const { id } = await desk.thread();
  await desk.ann.patch(`/conversations/${id}`, { status: "closed" });
  expect((await desk.ann.post(`/conversations/${id}/messages`, { body: "Hi" })).body["code"]).toBe(
    "conversation_closed",
  );
  const next = await desk.inside((scope) =>
    openConversation(scope, { customerPhone: CUSTOMER, phoneNumberId: desk.line.numberId, contactId: null }),
  );
  expect(next.id).not.toBe(id);
  expect((await desk.ann.patch(`/conversations/${id}`, { status: "active" })).body["code"]).toBe(
    "conversation_already_open",
  );
});
