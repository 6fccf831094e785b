import { expect, test } from "vitest";
import { recordOptOut } from "#compliance";
import { CUSTOMER, type Desk, openDesk } from "../../../test/kit/desk.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { getConversation } from "./conversation.ts";
import { messagesSince } from "./messages.ts";
import { handOver, takeOver } from "./ownership.ts";
import { type Said, say, type Words } from "./say.ts";

const speak = (desk: Desk, words: Words): Promise<Said> => desk.inside((scope) => say(scope, words));

/** The assistant is switched off: what it says is said here. */
async function openWithoutAssistant(): Promise<Desk> {
  const desk = await openDesk();
  await desk.inside((scope) => scope.tx.updateTable("business_settings").set({ ai_enabled: false }).execute());
  return desk;
}

test("the same cause a second time says nothing new", async () => {
  const desk = await openDesk();
  const { id } = await desk.thread();
  const words = { conversationId: id, as: "system", body: "See you tomorrow", cause: "visit_reminder:1" } as const;
  const first = await speak(desk, words);
  const second = await speak(desk, { ...words, body: "See you on Friday" });
  expect(second.message).toEqual(first.message);
  expect(await desk.inside((scope) => messagesSince(scope, id, null))).toHaveLength(1);
});

test("the assistant says nothing under a pen that a person has taken", async () => {
  const desk = await openDesk();
  const ann = await signInPerson(desk.house, desk.line.tenantId);
  const { id, ownership_token: token } = await desk.thread();
  await desk.inside((scope) => takeOver(scope, id, ann.userId));
  const { message, decision } = await speak(desk, {
    conversationId: id,
    as: "ai",
    body: "Which day suits you?",
    token,
  });
  expect(decision).toMatchObject({ verdict: "refused", reason: "ownership" });
  expect(message.status).toBe("refused");
  expect(await desk.sends()).toEqual([]);
});

test("of a person who takes over and an assistant that speaks at the same moment, the last word is the person's", async () => {
  const desk = await openDesk();
  const ann = await signInPerson(desk.house, desk.line.tenantId);
  const { id, ownership_token: token } = await desk.thread();
  const [spoken] = await Promise.all([
    speak(desk, { conversationId: id, as: "ai", body: "Which day suits you?", token }),
    desk.inside((scope) => takeOver(scope, id, ann.userId)),
  ]);
  const states = (await desk.sends()).map(({ state }) => state);
  expect(states).toEqual(spoken.decision.verdict === "allowed" ? ["cancelled"] : []);
  await desk.house.startWork();
  await desk.house.settled();
  expect(desk.carrier.taken).toEqual([]);
});

test("a farewell may follow the hand-over in the same transaction, under the new pen", async () => {
  const desk = await openDesk();
  const { id } = await desk.thread();
  const { decision } = await desk.inside(async (scope) => {
    const { ownership_token: token } = await handOver(scope, id, "asked_for_human");
    return say(scope, { conversationId: id, as: "ai", body: "A person will answer soon.", token });
  });
  expect(decision.verdict).toBe("allowed");
  expect(await desk.inside((scope) => getConversation(scope, id))).toMatchObject({
    owner_kind: "none",
    waiting_since: desk.clock.now(),
  });
});

test("two machines that answer each other are parted after six answers, and a person is asked to look", async () => {
  const desk = await openWithoutAssistant();
  await desk.house.startWork();
  const verdicts: string[] = [];
  for (let turn = 1; turn <= 9; turn++) {
    await desk.customerWrites(`Thank you for contacting Acme! Your request ${turn} is important to us.`);
    await desk.house.settled();
    const { id } = await desk.thread();
    verdicts.push(
      (await speak(desk, { conversationId: id, as: "ai", body: "What can we help you with?" })).decision.reason,
    );
    desk.clock.advance({ seconds: 20 });
  }
  expect(verdicts).toEqual([...Array.from({ length: 6 }, () => "allowed"), "loop", "loop", "loop"]);
  expect(await desk.thread()).toMatchObject({ status: "waiting", handover_reason: "loop" });
});

test("a person who books in a hurry is no machine", async () => {
  const desk = await openWithoutAssistant();
  await desk.house.startWork();
  const words = ["my heater died", "12 Oak St, Austin 78704", "yes", "2", "Maria Lopez", "yes", "ok thanks", "yes"];
  for (const [turn, body] of words.entries()) {
    await desk.customerWrites(body);
    await desk.house.settled();
    const { id } = await desk.thread();
    const { decision } = await speak(desk, { conversationId: id, as: "ai", body: `Question ${turn}?` });
    expect(decision.reason).toBe("allowed");
    desk.clock.advance({ seconds: 4 });
  }
});

test("a customer whom the assistant may not answer waits for a person", async () => {
  const desk = await openWithoutAssistant();
  const { id } = await desk.thread();
  await desk.inside((scope) => scope.tx.updateTable("phone_numbers").set({ sender_registered: false }).execute());
  await speak(desk, { conversationId: id, as: "ai", body: "Which day suits you?" });
  expect(await desk.thread()).toMatchObject({ status: "waiting", handover_reason: "sender_registered" });
});

test("a customer who wants no answer waits for none", async () => {
  const desk = await openWithoutAssistant();
  const { id } = await desk.thread();
  await desk.inside((scope) => recordOptOut(scope, { phone: CUSTOMER, source: "keyword" }));
  await speak(desk, { conversationId: id, as: "ai", body: "Which day suits you?" });
  expect(await desk.thread()).toMatchObject({ status: "active", waiting_since: null });
});
