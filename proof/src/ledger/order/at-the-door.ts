import { setTimeout as pause } from "node:timers/promises";
import { Client, type PoolConfig } from "pg";
import { type Line, openTown, type Town } from "../../../../rig/src/town.ts";
import { signWebhook } from "../../../../rig/src/webhooks.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import type { Proof } from "../../claim.ts";
import { untilDrained } from "../../ground/inbox.ts";
import { createPoster, type Poster } from "../../ground/post.ts";
import { startServer } from "../../ground/server.ts";
import { sideBySide } from "../../ground/side-by-side.ts";
import { CALL_KINDS, type CallKind, paramsOf, type Report } from "./calls.ts";
import { withRepeats } from "./orders.ts";

export type DoorOutcome = { calls: number; posted: number; violations: string[] };

type Told = { kind: CallKind; callSid: string; reports: Report[] };

const CALLER = "+15125550142";
const CALLS_AT_ONCE = 16;
const DRAINED_WITHIN_MS = 600_000;

/** Tells calls of every kind to a real server, each in an order of its own with repetitions, and compares what it keeps. */
export async function tellInOrders(
  { databases, say }: Pick<Proof, "databases" | "say">,
  chance: Chance,
  ordersOfKind: number,
  kinds = CALL_KINDS,
): Promise<DoorOutcome> {
  const { address, drop } = await databases.copy();
  const town = await openTown(address, databases.secret, MODES.length, (place) => SETTINGS[MODES[place] ?? "screened"]);
  const server = startServer({ ...town, port: 0, aheadMs: 0 });
  const poster = createPoster(15_000);
  try {
    const calls = kinds.flatMap((kind) => callsOf(kind, ordersOfKind, chance));
    say(`${calls.length} calls in orders of their own, through the front door …`);
    await sayAll(calls, { town, poster, origin: await server.origin });
    await untilDrained(address.owner, DRAINED_WITHIN_MS);
    const kept = await keptWhenJudged(address.owner);
    return {
      calls: calls.length,
      posted: calls.reduce((sum, { reports }) => sum + reports.length, 0),
      violations: kinds.flatMap((kind) => differences(kind, calls, kept)),
    };
  } finally {
    poster.close();
    await server.end();
    await drop();
  }
}

const MODES = ["screened", "unscreened", "forwarded", "nobody"] as const;
const SETTINGS: Record<CallKind["mode"], object> = {
  screened: {},
  unscreened: { screeningEnabled: false },
  forwarded: { installation: "forwarded" },
  nobody: { forwardTo: [] },
  returned: {},
};

function callsOf(kind: CallKind, count: number, chance: Chance): Told[] {
  return Array.from({ length: count }, (_none, place) => {
    const order = kind.reports
      .map((report, index) => ({ report, key: chance.roll("door", kind.name, place, index) }))
      .sort((one, other) => one.key - other.key)
      .map(({ report }) => report);
    const callSid = `CA${chance.hex(31, "door", kind.name, place)}0`;
    return { kind, callSid, reports: withRepeats(order, chance, "door", kind.name, place) };
  });
}

type Way = { town: Town; poster: Poster; origin: string };

/** All calls came in at one moment, half a minute ago: what is kept of them does not depend on when it was told. */
async function sayAll(calls: readonly Told[], { town, poster, origin }: Way): Promise<void> {
  const began = Temporal.Now.instant().subtract({ seconds: 30 }).round("second");
  await sideBySide(calls, CALLS_AT_ONCE, async ({ kind, callSid, reports }) => {
    const line = lineOf(town, kind);
    for (const report of reports) {
      const call = { callSid, from: CALLER, to: line.phoneNumber };
      const params = { AccountSid: line.accountSid, ...paramsOf(report, call, began) };
      const { status } = await poster.post(origin, signWebhook(line, town.publicUrl, report.topic, params));
      if (status !== 200) throw new Error(`A ${report.topic} was answered ${status}.`);
    }
  });
}

function lineOf({ lines }: Town, { mode }: CallKind): Line {
  const line = lines[MODES.findIndex((one) => one === mode)];
  if (line === undefined) throw new Error(`No number does ${mode}.`);
  return line;
}

type Kept = { end: string; all: string };

const JUDGED_WITHIN_MS = 30_000;

/** Some calls are judged seconds after their end only, when the carrier will say no more. */
async function keptWhenJudged(owner: PoolConfig): Promise<Map<string, Kept>> {
  const deadline = performance.now() + JUDGED_WITHIN_MS;
  for (;;) {
    const kept = await keptOf(owner);
    const isUndecided = [...kept.values()].some(({ end }) => end === "undecided");
    if (!isUndecided || performance.now() > deadline) return kept;
    await pause(250);
  }
}

/** What the product keeps of each call, by its sid, without what names the call and tells when it was written down. */
async function keptOf(owner: PoolConfig): Promise<Map<string, Kept>> {
  const client = new Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ call_sid: string; end: string; all: string }>(`
      select call_sid, coalesce(missed_reason, case when answered then 'answered' end, 'undecided') as "end",
             (to_jsonb(calls) - '{id,call_sid,created_at,updated_at,is_final,finalized_at,sync_state,conversation_id,contact_id}'::text[])::text as "all"
      from calls`);
    return new Map(rows.map(({ call_sid, ...kept }) => [call_sid, kept]));
  } finally {
    await client.end();
  }
}

function differences(kind: CallKind, calls: readonly Told[], kept: ReadonlyMap<string, Kept>): string[] {
  const rows = calls.filter((call) => call.kind === kind).map(({ callSid }) => kept.get(callSid));
  const ends = new Set(rows.map((row) => row?.end ?? "nothing"));
  const wrong = [...ends].filter((end) => end !== kind.end);
  const distinct = new Set(rows.map((row) => row?.all ?? "nothing"));
  return [
    ...wrong.map((end) => `${kind.name}: a call that was told in another order came to ${end}.`),
    ...(distinct.size > 1
      ? [
          `${kind.name}: ${distinct.size} different records of ${rows.length} calls: ${[...distinct].slice(0, 2).join(" and ")}`,
        ]
      : []),
  ];
}
