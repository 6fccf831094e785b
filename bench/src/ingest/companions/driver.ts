import { Pool, type PoolClient } from "pg";
import { answerQuestions } from "../../../../rig/src/companion.ts";
import type { Town } from "../../../../rig/src/town.ts";
import { systemClock } from "../../../../server/src/platform/clock.ts";
import { systemIds } from "../../../../server/src/platform/ids.ts";
import { insertOne, type PeerRow, peerRow } from "../insert-one.ts";
import type { Phase, PhaseResult } from "../phases.ts";
import { callsTo, signedWebhooks, statusCallback } from "../webhooks.ts";

export type DriverOrder = { town: Town; phase: Phase };

// The raw limit: the same rows by the driver alone, made before the clock runs. No HTTP, no signature, no repetitions.
answerQuestions<DriverOrder, PhaseResult>(async ({ town, phase }) => {
  const pool = new Pool({ ...town.database.platform, max: phase.atOnce });
  const connections = await Promise.all(Array.from({ length: phase.atOnce }, () => pool.connect()));
  try {
    return await insertAll(connections, rowsOf(town, phase.webhooks));
  } finally {
    for (const connection of connections) connection.release();
    await pool.end();
  }
});

function rowsOf(town: Town, count: number): PeerRow[] {
  const ids = systemIds(systemClock);
  const headers = JSON.stringify(signedWebhooks(town, 1)[0]?.headers);
  return callsTo(town.lines, count).map(({ line, callSid }) => {
    const body = JSON.stringify(statusCallback(line, callSid));
    return peerRow(line, callSid, ids.id(), { headers, body });
  });
}

async function insertAll(connections: PoolClient[], rows: PeerRow[]): Promise<PhaseResult> {
  const latenciesMs = new Float64Array(rows.length);
  let next = 0;
  const work = async (connection: PoolClient) => {
    for (let place = next++; place < rows.length; place = next++) {
      const row = rows[place];
      if (row === undefined) return;
      const startedAt = performance.now();
      await connection.query(insertOne(row));
      latenciesMs[place] = performance.now() - startedAt;
    }
  };
  const startedAt = performance.now();
  await Promise.all(connections.map(work));
  return { elapsedMs: performance.now() - startedAt, latenciesMs };
}
