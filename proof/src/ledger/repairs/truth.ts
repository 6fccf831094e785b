import { Client } from "pg";
import { examine } from "../../../../server/src/modules/operations/index.ts";
import type { Message } from "../../../../simulator/src/messaging/message.ts";
import type { Call } from "../../../../simulator/src/voice/call.ts";
import type { LossyWorld } from "./losses.ts";

type KeptCall = { sid: string; status: string; seconds: number | null; ended_at: string | null };
type KeptText = { sid: string; status: string | null; direction: string };

/** Wherever our records differ from the carrier's own ledger, one sentence each. */
export async function differences(world: LossyWorld): Promise<string[]> {
  const kept = await keptOf(world);
  const { truth } = world.simulator;
  const calls = truth.calls().filter(({ parentCallSid }) => parentCallSid === null);
  const wrongCalls = calls.flatMap((call) => {
    const ours = kept.calls.get(call.sid);
    if (ours === undefined) return [`The call ${call.sid} is missing.`];
    if (ours.status !== call.status) return [`The call ${call.sid} is ${call.status}, and kept as ${ours.status}.`];
    const { answeredAt, endedAt } = call;
    const seconds = answeredAt === null || endedAt === null ? 0 : Math.ceil((endedAt - answeredAt) / 1000);
    return ours.seconds === seconds
      ? []
      : [`The call ${call.sid} took ${seconds} s, and is kept with ${ours.seconds}.`];
  });
  const wrongTexts = truth
    .messages()
    .filter(isOurs)
    .flatMap((text) => {
      const ours = kept.texts.get(text.sid);
      if (ours === undefined) return [`The text ${text.sid} (${text.direction}) is missing.`];
      const isTold = text.direction === "inbound" || ours.status === text.status;
      return isTold ? [] : [`The text ${text.sid} is ${text.status}, and kept as ${ours.status}.`];
    });
  const findings = await examine(world.house.ports, world.house.modules);
  return [
    ...wrongCalls,
    ...wrongTexts,
    ...findings.flatMap(({ id, breaches }) => breaches.map((one) => `${id}: ${one}`)),
  ];
}

/** Not what the carrier itself answers to STOP. */
const isOurs = ({ direction }: { direction: string }) => direction !== "outbound-reply";

async function keptOf({ house }: LossyWorld) {
  const client = new Client(house.ports.database.address.owner);
  await client.connect();
  try {
    const calls = await client.query<KeptCall>(
      "select call_sid as sid, status, duration_seconds as seconds, ended_at::text from calls",
    );
    const texts = await client.query<KeptText>(`
      select message_sid as sid, status, 'outbound' as direction from outbound_messages where message_sid is not null
      union all select message_sid, null, 'inbound' from messages where direction = 'inbound' and message_sid is not null`);
    return {
      calls: new Map(calls.rows.map((row) => [row.sid, row])),
      texts: new Map(texts.rows.map((row) => [row.sid, row])),
    };
  } finally {
    await client.end();
  }
}

/** A text of ours, and how long after the recipient's last call or text to us it was, in milliseconds. */
export type Lateness = { sid: string; to: string; waitedMs: number };

type Carried = {
  calls: readonly Pick<Call, "parentCallSid" | "from" | "createdAt" | "endedAt">[];
  messages: readonly Pick<Message, "sid" | "direction" | "from" | "to" | "createdAt">[];
};

/** How late each text was that the carrier took. One to somebody who never called nor wrote is endlessly late. */
export function latenessOf({ calls, messages }: Carried): Lateness[] {
  const words = [
    ...calls.filter(({ parentCallSid }) => parentCallSid === null).flatMap(momentsOf),
    ...messages.filter(({ direction }) => direction === "inbound").map(({ from, createdAt: at }) => ({ from, at })),
  ];
  const heard = Map.groupBy(words, ({ from }) => from);
  return messages
    .filter(({ direction }) => direction === "outbound-api")
    .map(({ sid, to, createdAt }) => {
      const before = (heard.get(to) ?? []).map(({ at }) => at).filter((at) => at <= createdAt);
      return { sid, to, waitedMs: createdAt - Math.max(Number.NEGATIVE_INFINITY, ...before) };
    });
}

function momentsOf({ from, createdAt, endedAt }: Carried["calls"][number]) {
  return [createdAt, endedAt].flatMap((at) => (at === null ? [] : [{ from, at }]));
}
