import type { Module } from "#platform/module.ts";
import type { Ports } from "#platform/ports.ts";
import { type Compared, FROM_THE_START, type Projection, type Stretch } from "#platform/projections.ts";
import { SYSTEM } from "#platform/scope.ts";
import { selectTenantIds } from "./tenants.ts";

/** What a replay came to, for one kind of rows. */
export type Replayed = { name: string; rows: number; events: number; deviating: number };

export type ReplayOptions = {
  /** A call or text by our id or the carrier's sid; null for everything of every business. */
  named: string | null;
  /** Whether what deviates is written back. */
  mends: boolean;
  /** Told after each chunk. */
  onChunk(name: string, soFar: Replayed, chunk: Compared): void;
};

const ROWS_AT_ONCE = 200;

/**
 * Compares every row that follows from a ledger with its ledger, and with `mends` writes what the ledger says. Nothing is
 * announced and nothing is sent. Works in chunks, each in a transaction of its own: a call is held only while it is mended.
 */
export async function replay(ports: Ports, modules: readonly Module[], options: ReplayOptions): Promise<Replayed[]> {
  const tenants = await selectTenantIds(ports);
  const results: Replayed[] = [];
  for (const projection of modules.flatMap((module) => module.projections ?? [])) {
    const total = { name: projection.name, rows: 0, events: 0, deviating: 0 };
    for (const tenantId of tenants) await replayOf(ports, tenantId, projection, options, total);
    results.push(total);
  }
  return results;
}

async function replayOf(
  ports: Ports,
  tenantId: string,
  projection: Projection,
  { named, mends, onChunk }: ReplayOptions,
  total: Replayed,
): Promise<void> {
  for (let after: string | null = FROM_THE_START; after !== null; ) {
    const stretch: Stretch = named === null ? { after, most: ROWS_AT_ONCE } : { named };
    const chunk: Compared = await ports.scope(tenantId, SYSTEM, async (scope) => {
      const compared = await projection.compare(scope.tx, stretch);
      if (mends) for (const deviation of compared.deviations) await deviation.mend(scope);
      return compared;
    });
    total.rows += chunk.rows;
    total.events += chunk.events;
    total.deviating += chunk.deviations.length;
    onChunk(projection.name, total, chunk);
    after = named !== null || chunk.rows < ROWS_AT_ONCE ? null : chunk.last;
  }
}
