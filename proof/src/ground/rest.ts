import { setTimeout as pause } from "node:timers/promises";
import type { PoolConfig } from "pg";
import { askOnce } from "../../../rig/src/ask-once.ts";

type Work = { webhooks: number; calls: number; texts: number; jobs: number; timers: number };

/** A call whose end the carrier never managed to tell is looked at again within hours. */
const underWay = (aheadMs: number) => `
  select (select count(*) from webhook_inbox where status in ('pending', 'failed'))::int as webhooks,
         (select count(*) from calls where missed is null and ended_at is not null)::int as calls,
         (select count(*) from outbound_messages where state in ('queued', 'sending', 'unknown'))::int as texts,
         (select count(*) from graphile_worker._private_jobs where attempts < max_attempts)::int as jobs,
         (select count(*) from timers where due_at <= now() + interval '${aheadMs} ms')::int as timers`;

/**
 * Resolves when nothing is under way any more in a product whose clock is so far ahead of the machine's.
 * @throws naming what is, after `patienceMs`.
 */
export async function untilAtRest(owner: PoolConfig, aheadMs: number, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const work = await askOnce<Work>(owner, underWay(aheadMs));
    if (work !== undefined && Object.values(work).every((count) => count === 0)) return;
    if (performance.now() > deadline)
      throw new Error(`After ${patienceMs / 1000} s this is still under way: ${JSON.stringify(work)}.`);
    await pause(250);
  }
}
