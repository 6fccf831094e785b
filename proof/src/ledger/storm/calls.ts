import type { Line, Town } from "../../../../rig/src/town.ts";
import { type SignedWebhook, signWebhook } from "../../../../rig/src/webhooks.ts";
import { callTopics } from "../../../../server/src/modules/calls/topics.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import { CALL_KINDS, type CallKind, paramsOf } from "../order/calls.ts";
import { withRepeats } from "../order/orders.ts";

/** A call as the carrier knows it, and everything that it posts about it. */
export type StormCall = {
  place: number;
  callSid: string;
  from: string;
  line: Line;
  kind: CallKind;
  deliveries: readonly Delivery[];
  /** Whether the caller wants no texts, and says so meanwhile. */
  stops: boolean;
};

/** One webhook on its way, as often as it is listed. `key` is equal for those that say the same. */
export type Delivery = { key: string; afterMs: number; webhook: SignedWebhook };

/** Everything that is posted about a call is posted within so long, in any order. */
const SPREAD_MS = 2_000;

/** Of all callers. */
const STOPPERS = 0.05;

/** The kinds of calls that every number gets. */
const KINDS = CALL_KINDS.filter(({ mode }) => mode === "screened");

/** Makes the call of this place: its kind, its order, its repetitions and their moments follow from the seed. */
export function callOf(town: Town, place: number, chance: Chance, now: Temporal.Instant): StormCall {
  const line = town.lines[place % town.lines.length];
  const kind = KINDS[Math.floor(chance.roll("kind", place) * KINDS.length)];
  if (line === undefined || kind === undefined) throw new Error("The town has no lines.");
  const callSid = `CA${chance.hex(31, "storm", place)}0`;
  const from = `+1512${6_000_000 + place}`;
  const began = now.subtract({ seconds: 30 }).round("second");
  const deliveries = withRepeats(kind.reports, chance, "storm", place).map((report, index) => {
    const params = {
      AccountSid: line.accountSid,
      ...paramsOf(report, { callSid, from, to: line.phoneNumber }, began),
    };
    return {
      key: keyOf(report.topic, params),
      afterMs: Math.floor(chance.roll("when", place, index) * SPREAD_MS),
      webhook: signWebhook(line, town.publicUrl, report.topic, params),
    };
  });
  const stops = chance.happens(STOPPERS, "stops", place);
  const all = stops
    ? [...deliveries, stopOf(town, { callSid, from, line }, chance.roll("stop at", place))]
    : deliveries;
  return { place, callSid, from, line, kind, deliveries: all, stops };
}

function stopOf({ publicUrl }: Town, call: Pick<StormCall, "callSid" | "from" | "line">, roll: number): Delivery {
  const { callSid, from, line } = call;
  const MessageSid = callSid.replace("CA", "SM");
  const said = { Body: "STOP", NumMedia: "0", NumSegments: "1" };
  const params = { AccountSid: line.accountSid, MessageSid, From: from, To: line.phoneNumber, ...said };
  return {
    key: textKey(MessageSid),
    afterMs: Math.floor(roll * 2 * SPREAD_MS),
    webhook: signWebhook(line, publicUrl, "sms", params),
  };
}

const textKey = (sid: string) => `text ${sid}`;

/** Whether a delivery is about the call itself, and so enters its ledger; the other one is the caller's STOP. */
export const isOfCall = (key: string) => !key.startsWith(textKey(""));

/** What the front door tells repetitions by. */
function keyOf(topic: string, params: Record<string, string>): string {
  const known = callTopics.find((one) => one.topic === topic);
  if (known === undefined) throw new Error(`Nobody receives ${topic}.`);
  return known.dedupeKeyOf(params);
}
