import { Client } from "pg";
import { examine } from "../../../../server/src/modules/operations/index.ts";
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

/** How long after a call's end, in milliseconds, the first word about it came that came after its end; the longest. */
export async function latestFind(world: LossyWorld): Promise<number> {
  const client = new Client(world.house.ports.database.address.owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ sid: string; at: number }>(`
      select subject as sid, (extract(epoch from received_at) * 1000)::float8 as at
      from webhook_inbox where topic not like 'sms%' order by received_at`);
    const words = Map.groupBy(rows, ({ sid }) => sid);
    const waits = world.simulator.truth.calls().flatMap(({ sid, endedAt, parentCallSid }) => {
      if (parentCallSid !== null || endedAt === null) return [];
      const found = words.get(sid)?.find(({ at }) => at >= Math.floor(endedAt));
      return [(found?.at ?? Number.POSITIVE_INFINITY) - endedAt];
    });
    return Math.max(0, ...waits);
  } finally {
    await client.end();
  }
}

/** How long after a caller's last call, in milliseconds, the carrier took a first text to that caller; the longest. */
export function latestText({ simulator }: LossyWorld): number {
  const callAt = new Map(
    simulator.truth
      .calls()
      .filter(({ parentCallSid }) => parentCallSid === null)
      .map(({ from, endedAt, createdAt }) => [from, endedAt ?? createdAt]),
  );
  const first = new Map<string, number>();
  for (const { to, createdAt, direction } of simulator.truth.messages())
    if (direction === "outbound-api" && !first.has(to)) first.set(to, createdAt);
  return Math.max(0, ...[...first].map(([to, at]) => at - (callAt.get(to) ?? at)));
}
