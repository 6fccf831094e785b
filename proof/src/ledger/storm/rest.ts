import { setTimeout as pause } from "node:timers/promises";
import type { PoolConfig } from "pg";
import { askOnce } from "../../../../rig/src/ask-once.ts";

type Work = { webhooks: number; calls: number; texts: number; jobs: number };

/** A call whose end the carrier never managed to tell is looked at again within hours. */
const UNDER_WAY = `
  select (select count(*) from webhook_inbox where status in ('pending', 'failed'))::int as webhooks,
         (select count(*) from calls where missed is null and ended_at is not null)::int as calls,
         (select count(*) from outbound_messages where state in ('queued', 'sending', 'unknown'))::int as texts,
         (select count(*) from graphile_worker._private_jobs where attempts < max_attempts)::int as jobs`;

/** Resolves when nothing is under way any more. @throws naming what is, after `patienceMs`. */
export async function untilAtRest(owner: PoolConfig, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const work = await askOnce<Work>(owner, UNDER_WAY);
    if (work !== undefined && Object.values(work).every((count) => count === 0)) return;
    if (performance.now() > deadline)
      throw new Error(`After ${patienceMs / 1000} s this is still under way: ${JSON.stringify(work)}.`);
    await pause(250);
  }
}
