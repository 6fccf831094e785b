import { expect, test } from "vitest";
import { handBack, say, takeOver } from "#conversations";
import { openDesk } from "../../../test/kit/desk.ts";
import { signInPerson } from "../../../test/kit/person.ts";

const WAITS_FOR_A_PERSON = { status: "waiting", owner_kind: "none" };

async function openLine() {
  const desk = await openDesk();
  await desk.house.startWork();
  return {
    ...desk,
    async writes(words: string): Promise<void> {
      await desk.customerWrites(words);
      await desk.house.settled();
      await desk.pass(15);
    },
    said: () =>
      desk.inside((scope) =>
        scope.tx.selectFrom("messages").select(["sender", "body"]).where("direction", "=", "outbound").execute(),
      ),
    conversation: () =>
      desk.inside((scope) => scope.tx.selectFrom("conversations").selectAll().executeTakeFirstOrThrow()),
  };
}

test("a thread waits for a person when the assistant is switched off", async () => {
  const line = await openLine();
  await line.writes("my sink is clogged");
  expect(await line.said()).toHaveLength(1);
  await line.inside((scope) => scope.tx.updateTable("business_settings").set({ ai_enabled: false }).execute());
  await line.writes("is anyone coming?");
  expect(await line.said()).toHaveLength(1);
  expect(await line.conversation()).toMatchObject({ ...WAITS_FOR_A_PERSON, handover_reason: "assistant_off" });
});

test("a thread waits for a person when the assistant is switched off before it answers", async () => {
  const line = await openLine();
  await line.customerWrites("my sink is clogged");
  await line.house.settled();
  await line.inside((scope) => scope.tx.updateTable("business_settings").set({ ai_enabled: false }).execute());
  await line.pass(15);
  expect(await line.said()).toEqual([]);
  expect(await line.conversation()).toMatchObject({ ...WAITS_FOR_A_PERSON, handover_reason: "assistant_off" });
});

test("a thread waits for a person when somebody who wants no texts writes on", async () => {
  const line = await openLine();
  await line.writes("my sink is clogged");
  await line.writes("STOP");
  const said = await line.said();
  await line.writes("hello? are you coming or not");
  expect(await line.said()).toEqual(said);
  expect(await line.conversation()).toMatchObject({ ...WAITS_FOR_A_PERSON, handover_reason: "opted_out" });
});

test("what came in before a thread was done with is not answered afterwards", async () => {
  const line = await openLine();
  await line.writes("my sink is clogged");
  const { id } = await line.conversation();
  const { userId } = await signInPerson(line.house, line.line.tenantId);
  await line.inside((scope) => takeOver(scope, id, userId));
  await line.writes("1420 Oak St 78704");
  await line.inside(async (scope) => {
    await handBack(scope, id);
    await scope.tx.updateTable("conversations").set({ status: "resolved" }).where("id", "=", id).execute();
  });
  await line.pass(15);
  expect(await line.said()).toHaveLength(1);
});

test("a cry for help is answered, a bare HELP is the carrier's", async () => {
  const line = await openLine();
  await line.writes("HELP");
  expect(await line.said()).toEqual([]);
  await line.writes("ayuda por favor");
  expect(await line.said()).toHaveLength(1);
});

test("nobody is kept waiting by a bare HELP in a person's thread, but by a cry for help", async () => {
  const line = await openLine();
  await line.writes("my sink is clogged");
  const { id } = await line.conversation();
  const { userId } = await signInPerson(line.house, line.line.tenantId);
  await line.inside((scope) => takeOver(scope, id, userId));
  await line.inside((scope) => say(scope, { conversationId: id, as: "human", body: "On my way.", userId }));
  await line.writes("HELP");
  expect(await line.conversation()).toMatchObject({ status: "active", waiting_since: null });
  await line.writes("ayuda por favor");
  expect(await line.conversation()).toMatchObject({ status: "waiting" });
});
