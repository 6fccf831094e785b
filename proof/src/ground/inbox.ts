import { setTimeout as pause } from "node:timers/promises";
import type { PoolConfig } from "pg";
import { askOnce } from "../../../rig/src/ask-once.ts";

const WAITING = "select count(*)::int as waiting from webhook_inbox where status in ('pending', 'failed')";

/** Resolves when no stored webhook waits any more. @throws after `patienceMs`. */
export async function untilDrained(owner: PoolConfig, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const row = await askOnce<{ waiting: number }>(owner, WAITING);
    if (row?.waiting === 0) return;
    if (performance.now() > deadline)
      throw new Error(`${row?.waiting} webhooks still wait after ${patienceMs / 1000} s.`);
    await pause(100);
  }
}

/** What every stored webhook says, by the key that repetitions share. */
export async function storedKeys(owner: PoolConfig): Promise<Set<string>> {
  const statement = "select coalesce(array_agg(dedupe_key), '{}') as keys from webhook_inbox";
  const row = await askOnce<{ keys: string[] }>(owner, statement);
  return new Set(row?.keys);
}
