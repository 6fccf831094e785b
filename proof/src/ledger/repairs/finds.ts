import { Client, type PoolConfig } from "pg";
import { furthest, isOver, readStatus } from "../../../../server/src/modules/calls/status.ts";
import { isFurther } from "../../../../server/src/modules/outreach/delivery-status.ts";
import type { WebhookAttempt } from "../../../../simulator/src/webhooks/webhook.ts";
import type { LossyWorld } from "./losses.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** What was received of the carrier, posted by it or taken from its list. @property at in ms since the epoch. */
export type Word = { topic: string; params: Params; at: number };

/** What the carrier meant to say when it lost a webhook. */
export type Lost = Word;

/** A lost webhook and how long it took until what it says was known here; infinite when it never was. */
export type Find = { lost: Lost; waitedMs: number };

/** What became of each webhook that the carrier lost. */
export async function findsOf({ house, simulator }: LossyWorld): Promise<Find[]> {
  const words = Map.groupBy(await wordsOf(house.ports.database.address.owner), subjectOf);
  return simulator.truth
    .webhooks()
    .filter(({ fault }) => fault === "lost")
    .map(lostOf)
    .map((lost) => findOf(lost, words.get(subjectOf(lost)) ?? []));
}

function lostOf({ at, url, params }: WebhookAttempt): Lost {
  return { at, topic: new URL(url).pathname.split("/").at(-1) ?? "", params };
}

/** The call, the phone that it rang or the text that something is about. */
const subjectOf = ({ params: { MessageSid, CallSid } }: Word) => MessageSid ?? CallSid ?? "";

/** @param words about the same call, phone or text, in the order in which they were received. */
export function findOf(lost: Lost, words: readonly Word[]): Find {
  const found = words.find((word) => tells(word, lost));
  return { lost, waitedMs: Math.max(0, (found?.at ?? Number.POSITIVE_INFINITY) - lost.at) };
}

/** How a call or a phone was answered is not in the lists: who knows its end, and has not heard more, judges by that. */
const ANSWERS = ["dial-result", "whisper-result"];

/** Whether who heard the word knows what the lost webhook would have told. */
function tells({ topic, params }: Word, lost: Lost): boolean {
  const { Body, MessageStatus, CallStatus } = lost.params;
  if (Body !== undefined) return params["Body"] === Body;
  if (MessageStatus !== undefined) {
    const known = params["MessageStatus"] ?? "";
    return known === MessageStatus || isFurther(known, MessageStatus);
  }
  const known = readStatus(params["CallStatus"]);
  if (ANSWERS.includes(lost.topic)) return topic === lost.topic || isOver(known);
  return known !== null && furthest(known, readStatus(CallStatus)) === known;
}

async function wordsOf(owner: PoolConfig): Promise<Word[]> {
  const client = new Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<Word>(`
      select topic, body as params, (extract(epoch from processed_at) * 1000)::float8 as at
      from webhook_inbox where status = 'processed' order by processed_at`);
    return rows;
  } finally {
    await client.end();
  }
}
