import { setTimeout as pause } from "node:timers/promises";
import { Client, type PoolConfig } from "pg";
import { within } from "../../../../server/src/platform/ends-within.ts";
import { SIGN_OF_LIFE } from "../../../../server/src/platform/engine/sign-of-life.ts";

/** Watches for how long jobs stay with processes that are dead. */
export type OrphanWatch = { stop(): Promise<{ longestMs: number; deaths: number }> };

const LOOK_EVERY_MS = 500;
const LONGEST_LOOK_MS = 5_000;

/** Whoever holds jobs and shows no sign of life. */
const DEAD_HOLDERS = `
  select locked_by from graphile_worker._private_jobs where locked_by is not null
  except
  select locked_by from graphile_worker._private_jobs
  join pg_locks on locktype = 'advisory' and granted and classid = ${SIGN_OF_LIFE} and objid = hashtext(locked_by)::oid
  where locked_by is not null`;

export function watchOrphans(owner: PoolConfig): OrphanWatch {
  const since = new Map<string, number>();
  let deaths = 0;
  let longestMs = 0;
  let stopped = false;

  const watching = (async () => {
    for (; !stopped; await pause(LOOK_EVERY_MS)) {
      const looking = deadHolders(owner).catch(() => null);
      const holders = await within(LONGEST_LOOK_MS, looking);
      // While the database is away nobody can show a sign of life, and nobody can take up anything.
      if (holders === null) continue;
      const now = performance.now();
      for (const holder of holders) {
        if (!since.has(holder)) deaths += 1;
        since.set(holder, since.get(holder) ?? now);
      }
      for (const [holder, from] of since) {
        longestMs = Math.max(longestMs, now - from);
        if (!holders.includes(holder)) since.delete(holder);
      }
    }
  })();

  return {
    async stop() {
      stopped = true;
      await watching;
      return { longestMs, deaths };
    },
  };
}

async function deadHolders(owner: PoolConfig): Promise<string[]> {
  const client = new Client({ ...owner, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<{ locked_by: string }>(DEAD_HOLDERS)).rows.map(({ locked_by }) => locked_by);
  } finally {
    await client.end();
  }
}
