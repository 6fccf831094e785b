import { setTimeout as pause } from "node:timers/promises";
import { Client, type PoolConfig } from "pg";

/** What is kept of a call or a text: what it came to, and everything that may not depend on the order of its webhooks. */
export type Kept = { end: string; all: string };

const KEPT_WITHIN_MS = 30_000;

/** Asks, with a statement that returns `sid`, `end` and `all`, until all are as they should be, or long enough. */
export async function keptWhen(
  owner: PoolConfig,
  statement: string,
  isSettled: (kept: ReadonlyMap<string, Kept>) => boolean,
): Promise<ReadonlyMap<string, Kept>> {
  const client = new Client(owner);
  await client.connect();
  try {
    const deadline = performance.now() + KEPT_WITHIN_MS;
    for (;;) {
      const { rows } = await client.query<Kept & { sid: string }>(statement);
      const kept = new Map(rows.map(({ sid, ...one }) => [sid, one]));
      if (isSettled(kept) || performance.now() > deadline) return kept;
      await pause(100);
    }
  } finally {
    await client.end();
  }
}

type Kind = { name: string; end: string };

/** Wherever things of one kind came to another end than they should, or to different records. */
export function differencesOfKinds<Of extends Kind, Thing extends { kind: Of }>(
  kinds: readonly Of[],
  things: readonly Thing[],
  keptOf: (thing: Thing) => Kept | undefined,
): string[] {
  return kinds.flatMap((kind) => differences(kind, things.filter((thing) => thing.kind === kind).map(keptOf)));
}

function differences({ name, end }: Kind, kept: readonly (Kept | undefined)[]): string[] {
  const wrong = new Set(kept.map((one) => one?.end ?? "nothing").filter((one) => one !== end));
  const records = [...new Set(kept.map((one) => one?.all ?? "nothing"))];
  return [
    ...[...wrong].map((one) => `${name}: told in another order it came to ${one}.`),
    ...(records.length > 1
      ? [`${name}: ${records.length} different records of ${kept.length}: ${records.slice(0, 2).join(" and ")}`]
      : []),
  ];
}
