import { expect, it, onTestFinished } from "vitest";
import { TEST_SECRET } from "../../../../server/test/kit/cluster.ts";
import { cloneDatabase } from "../../../../server/test/kit/database.ts";
import { createChance } from "../../../../simulator/src/chance.ts";
import { isKept } from "../../claim.ts";
import { judge } from "../../judge.ts";
import { findOf, type Lost } from "./finds.ts";
import { openLossyWorld, play } from "./losses.ts";
import { evidence, whatWasLostIsFound } from "./repairs.ts";
import { differences, latenessOf } from "./truth.ts";
import type { Tale } from "./world.ts";

it("finds what was lost: the short form", async () => {
  const databases = { secret: TEST_SECRET, copy: cloneDatabase };
  const verdict = await judge(whatWasLostIsFound, { databases, seed: 1, scale: 0.01, say: () => undefined });
  expect(verdict).toMatchObject({ holds: true, evidence: { violations: [] } });
}, 240_000);

it("sees what was lost as long as nobody compares", async () => {
  const { address, drop } = await cloneDatabase();
  const world = await openLossyWorld({ database: address, secret: TEST_SECRET, seed: 1 }, 6);
  onTestFinished(async () => {
    await world.close();
    await drop();
  });
  world.simulator.faults.set({ webhooks: { lost: 0.6 } });
  await play(world, 6, createChance(1));
  expect(await differences(world)).not.toEqual([]);
}, 120_000);

const MINUTE_MS = 60_000;
const ended: Lost = { topic: "call-status", params: { CallSid: "CA1", CallStatus: "completed" }, at: 0 };
const delivered: Lost = { topic: "sms-status", params: { MessageSid: "SM1", MessageStatus: "delivered" }, at: 0 };
const heard = (at: number, topic: string, params: Record<string, string>) => ({ at, topic, params });
const listedEnd = heard(MINUTE_MS, "call-listed", { CallStatus: "completed" });

it.each<[string, Lost, ReturnType<typeof heard>[], number]>([
  ["by the list", ended, [listedEnd], MINUTE_MS],
  [
    "not by another word of that second",
    ended,
    [heard(0, "dial-result", { CallStatus: "in-progress" }), listedEnd],
    MINUTE_MS,
  ],
  ["by a word that says more", { ...ended, params: { CallStatus: "ringing" } }, [listedEnd], MINUTE_MS],
  ["by a word that came before it", { ...ended, at: 2 * MINUTE_MS }, [listedEnd], 0],
  [
    "never, when nothing says as much",
    delivered,
    [heard(1, "sms-status", { MessageStatus: "sent" })],
    Number.POSITIVE_INFINITY,
  ],
  ["by what the list says of a text", delivered, [heard(9, "sms-status-listed", { MessageStatus: "delivered" })], 9],
  [
    "by a text that the list has",
    { topic: "sms", params: { Body: "STOP" }, at: 0 },
    [heard(7, "sms-listed", { Body: "STOP" })],
    7,
  ],
])("finds what was lost %s", (_how, lost, words, waitedMs) => {
  expect(findOf(lost, words).waitedMs).toBe(waitedMs);
});

it("judges every text by its recipient's newest call or text before it", () => {
  const call = { parentCallSid: null, from: "+15125550142", createdAt: 0, endedAt: 20 };
  const text = (direction: "inbound" | "outbound-api", from: string, to: string, createdAt: number) => {
    return { sid: `SM${createdAt}`, direction, from, to, createdAt };
  };
  const messages = [
    text("outbound-api", "+15125550100", "+15125550142", 25),
    text("inbound", "+15125550142", "+15125550100", 100),
    text("outbound-api", "+15125550100", "+15125550142", 130),
    text("outbound-api", "+15125550100", "+15125550199", 140),
  ];
  const waits = latenessOf({ calls: [call], messages }).map(({ waitedMs }) => waitedMs);
  expect(waits).toEqual([5, 30, Number.POSITIVE_INFINITY]);
});

const tale = (changes: Partial<Tale> = {}): Tale => ({
  calls: 1,
  finds: [{ lost: delivered, waitedMs: MINUTE_MS }],
  texts: [{ sid: "SM1", to: "+15125550142", waitedMs: MINUTE_MS }],
  wrong: [],
  repaired: 1,
  repairedAgain: 0,
  ...changes,
});

it.each<[string, Partial<Tale>]>([
  ["nothing was lost", { finds: [] }],
  ["a find is late", { finds: [{ lost: delivered, waitedMs: 6 * MINUTE_MS }] }],
  ["a find never comes", { finds: [{ lost: delivered, waitedMs: Number.POSITIVE_INFINITY }] }],
  ["nobody is texted", { texts: [] }],
  ["a text is late", { texts: [{ sid: "SM1", to: "+15125550142", waitedMs: 20 * MINUTE_MS }] }],
  ["a record is wrong", { wrong: ["The call CA1 is missing."] }],
])("does not hold when %s", (_what, changes) => {
  expect(evidence(tale(), tale()).figures.every(isKept)).toBe(true);
  const worlds = [tale(), tale()].map((one) => ({ ...one, ...changes })) as [Tale, Tale];
  expect(evidence(...worlds).figures.every(isKept)).toBe(false);
});
