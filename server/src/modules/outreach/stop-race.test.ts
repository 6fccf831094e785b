import { expect, test } from "vitest";
import { webhookTopics } from "#intake";
import { runningClock } from "../../../test/kit/clock.ts";
import { CUSTOMER, type Desk, openDesk } from "../../../test/kit/desk.ts";
import { requestSend } from "./request-send.ts";
import { send } from "./send.ts";
import { A_PERSON, type SendWish } from "./wish.ts";

const ROUNDS = 100;

/**
 * A text and a STOP race each other on real time, in every order that the machine finds. Whatever the carrier gets must
 * have begun to leave before the STOP was committed.
 */
test("no text begins to leave after a STOP was committed", { timeout: 120_000 }, async () => {
  const desk = await openDesk({ clock: runningClock() });
  const outcomes = new Set<string>();
  const handicap = closeRace();
  await receive(desk, "Hello");
  for (let round = 0; round < ROUNDS; round++) {
    const wish = desk.wish({ requestedBy: A_PERSON });
    const before = desk.carrier.taken.length;
    // In every other round the decision itself races, too.
    if (round % 2 === 0) await desk.inside((scope) => requestSend(scope, wish));
    const sending = afterTurns(handicap.turns(), () => askAndSend(desk, wish));
    const atStop = await afterTurns(-handicap.turns(), () => stop(desk, wish.cause));
    await sending;
    const left = desk.carrier.taken.length > before;
    outcomes.add(`${atStop} ${left ? "left" : "stayed"}`);
    handicap.after(left);
    await receive(desk, "START");
  }
  // At the commit of the STOP a text was under way or already with the carrier, or it never leaves.
  expect([...outcomes].filter((outcome) => outcome.endsWith("left"))).toSatisfy((all: string[]) =>
    all.every((outcome) => outcome === "sending left" || outcome === "accepted left"),
  );
  // The race is one: both won at times.
  expect([...outcomes].some((outcome) => outcome.endsWith("stayed"))).toBe(true);
  expect([...outcomes].some((outcome) => outcome.endsWith("left"))).toBe(true);
});

/**
 * Keeps the two close: whichever won waits longer in the next round, twice as long each time it wins again. So both
 * orders come up on a fast machine and on a slow one.
 */
function closeRace(): { turns(): number; after(textLeft: boolean): void } {
  let turns = 0;
  let step = 1;
  let lastLeft: boolean | null = null;
  return {
    turns: () => turns,
    after: (textLeft) => {
      step = textLeft === lastLeft ? Math.min(step * 2, 4_096) : 1;
      lastLeft = textLeft;
      turns += textLeft ? step : -step;
    },
  };
}

/** Lets the event loop turn a few times first; a negative number is none. */
async function afterTurns<Result>(turns: number, work: () => Promise<Result>): Promise<Result> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  return work();
}

async function askAndSend(desk: Desk, wish: SendWish): Promise<void> {
  const { outboundMessageId } = await desk.inside((scope) => requestSend(scope, wish));
  if (outboundMessageId === null) return;
  const { tenantId } = desk.line;
  await send(desk.house.ports, { tenantId, data: { outbound_message_id: outboundMessageId }, attempt: 1 });
}

/** Receives a STOP as its webhook would and returns the text's state as it was when that was committed. */
async function stop(desk: Desk, cause: string): Promise<string> {
  await receive(desk, "STOP");
  return desk.inside(async (scope) => {
    const texts = scope.tx.selectFrom("outbound_messages").select("state").where("cause", "=", cause);
    return (await texts.executeTakeFirst())?.state ?? "unasked";
  });
}

/** What receives the customer's texts, without the way through the inbox. */
async function receive(desk: Desk, body: string): Promise<void> {
  const { ids, clock, answers } = desk.house.ports;
  const texts = answers(webhookTopics).find(({ topic }) => topic === "sms");
  const params = { MessageSid: ids.id(), From: CUSTOMER, To: desk.line.phone, Body: body };
  const number = { id: desk.line.numberId, phoneNumber: desk.line.phone };
  const dedupeKey = `text ${params.MessageSid}`;
  const { tenantId } = desk.line;
  const webhook = { id: ids.id(), topic: "sms", tenantId, number, params, dedupeKey, receivedAt: clock.now() } as const;
  await desk.inside(async (scope) => texts?.receive(scope, [webhook]));
}
