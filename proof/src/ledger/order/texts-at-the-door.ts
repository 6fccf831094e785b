import { setTimeout as pause } from "node:timers/promises";
import { askOnce } from "../../../../rig/src/ask-once.ts";
import type { Line } from "../../../../rig/src/town.ts";
import { foldDelivery } from "../../../../server/src/modules/outreach/delivery-status.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import { sideBySide } from "../../ground/side-by-side.ts";
import { type Door, type DoorOutcome, TEXTS_OF_A_LINE, textingLines } from "./door.ts";
import { differencesOfKinds, keptWhen } from "./kept.ts";
import { anyOrder } from "./orders.ts";
import { postedOf, type TextKind, type TextWord } from "./texts.ts";

const TEXTS_AT_ONCE = 16;
const SENT_WITHIN_MS = 120_000;

/** Missed calls make the product send texts; then the carrier's words about each are posted, in an order of its own. */
export async function tellTexts(
  door: Door,
  chance: Chance,
  all: readonly TextKind[],
  count: number,
): Promise<DoorOutcome> {
  const kinds = all.filter(isToldByReports);
  const places = Array.from({ length: count }, (_none, place) => place);
  const texts = kinds
    .flatMap((kind) => places.map((place) => ({ kind, words: anyOrder(postedOf(kind), chance, kind.name, place) })))
    .map((text, place) => ({ ...text, ...callerOf(door, place) }));
  const sids = await haveSent(door, texts);
  await sideBySide(texts, TEXTS_AT_ONCE, async ({ words, line, from }) => {
    const about = { MessageSid: sids.get(from) ?? "", From: line.phoneNumber, To: from };
    for (const word of words) await door.post(line, "sms-status", { ...about, ...paramsOf(word) });
  });
  await door.drained();
  const kept = await keptWhen(door.town.database.owner, TEXTS, () => true);
  return {
    told: texts.length,
    posted: texts.reduce((sum, { words }) => sum + words.length, 0),
    violations: differencesOfKinds(kinds, texts, ({ from }) => kept.get(sids.get(from) ?? "")),
  };
}

/** Where reports contradict each other the product asks the carrier's list, which nobody can post. */
function isToldByReports(kind: TextKind): boolean {
  const at = Temporal.Now.instant();
  return !foldDelivery(postedOf(kind).map((word) => ({ ...word, occurred_at: at, received_at: at }))).is_contradictory;
}

type Caller = { line: Line; from: string };

function callerOf({ town }: Door, place: number): Caller {
  const line = textingLines(town)[Math.floor(place / TEXTS_OF_A_LINE)];
  if (line === undefined) throw new Error("There are not enough numbers for so many texts.");
  return { line, from: `+1512${6_000_000 + place}` };
}

/** Everybody calls in vain. Returns the sids of the texts that they got, by the phone, when the product knows them. */
async function haveSent(
  { carrier, post, town }: Door,
  callers: readonly Caller[],
): Promise<ReadonlyMap<string, string>> {
  await sideBySide(callers, TEXTS_AT_ONCE, async ({ line, from }) => {
    carrier.simulator.person(from);
    const call = {
      CallSid: `CA${from}`,
      From: from,
      To: line.phoneNumber,
      Direction: "inbound",
      CallStatus: "ringing",
    };
    await post(line, "voice", call);
  });
  const deadline = performance.now() + SENT_WITHIN_MS;
  for (;;) {
    const row = await askOnce<{ sids: Record<string, string> }>(town.database.owner, SIDS);
    const sids = new Map(Object.entries(row?.sids ?? {}));
    if (callers.every(({ from }) => sids.has(from))) return sids;
    if (performance.now() > deadline) throw new Error(`${callers.length - sids.size} texts were not sent.`);
    await pause(100);
  }
}

const SIDS = `
  select coalesce(json_object_agg(recipient, message_sid), '{}') as sids from outbound_messages
  where message_sid is not null`;

function paramsOf({ status: MessageStatus, error_code }: TextWord): Record<string, string> {
  return { MessageStatus, ...(error_code === null ? {} : { ErrorCode: String(error_code) }) };
}

/** What may not depend on the order of a text's words; its moments are those of their arrival. */
const TEXTS = `
  select message_sid as sid, coalesce(status, 'nothing') as "end",
         jsonb_build_object('state', state, 'status', status, 'error_code', error_code, 'is_final', is_final)::text as "all"
  from outbound_messages where message_sid is not null`;
