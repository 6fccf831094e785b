import { setTimeout as pause } from "node:timers/promises";
import type { SignedWebhook } from "../../../../rig/src/webhooks.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import { untilAtRest } from "../../ground/rest.ts";
import { sideBySide } from "../../ground/side-by-side.ts";
import { fingerprint } from "./records.ts";
import type { Street } from "./street.ts";

export type Replay = { webhooks: number; violations: string[] };

const AT_ONCE = 16;
const DAY_MS = 86_400_000;

/** A day of calls is posted, and a day later all of it once more: everything is accepted, and nothing changes. */
export async function replayDay(street: Street, chance: Chance, calls: number): Promise<Replay> {
  const day = dayOf(street, chance, calls);
  const violations: string[] = [];
  const post = async (webhook: SignedWebhook) => {
    const { status } = await street.post(webhook);
    if (status !== 200) violations.push(`A webhook of the day was refused with ${status}.`);
  };
  await sideBySide(day, AT_ONCE, async (webhooks) => {
    for (const webhook of webhooks) await post(webhook);
  });
  await street.drained();
  await street.restart(DAY_MS);
  const before = await quiet(street);
  await sideBySide(day.flat(), AT_ONCE, post);
  const after = await quiet(street);
  const changed = [...before].filter(([table, digest]) => after.get(table) !== digest).map(([table]) => table);
  violations.push(...changed.map((table) => `The replayed day changed the table ${table}.`));
  return { webhooks: day.flat().length, violations };
}

/** The webhooks of calls that came in all over the last day, call by call. */
function dayOf(street: Street, chance: Chance, calls: number): SignedWebhook[][] {
  const now = Temporal.Now.instant().round("second");
  return Array.from({ length: calls }, (_none, place) => {
    const ago = 60 + Math.floor((chance.roll("day", place) * DAY_MS) / 1000);
    const callSid = `CA${chance.hex(31, "day", place)}0`;
    return street.webhooksOf({ callSid, place: 1000 + place, began: now.subtract({ seconds: ago }) });
  });
}

const QUIET_MS = 2_000;
const QUIET_WITHIN_MS = 600_000;

/** What is kept when all that was due is done and nothing moves: the carrier's word on a text comes by itself. */
async function quiet({ town }: Street): Promise<Map<string, string>> {
  const deadline = performance.now() + QUIET_WITHIN_MS;
  for (;;) {
    await untilAtRest(town.database.owner, DAY_MS, QUIET_WITHIN_MS);
    const kept = await fingerprint(town);
    await pause(QUIET_MS);
    const next = await fingerprint(town);
    const moved = [...next].filter(([table, digest]) => kept.get(table) !== digest).map(([table]) => table);
    if (moved.length === 0) return next;
    if (performance.now() > deadline) throw new Error(`These tables never come to rest: ${moved.join(", ")}.`);
  }
}
