import { EventEmitter } from "node:events";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { Pool, type PoolConfig } from "pg";
import { answerQuestions } from "../../../../rig/src/companion.ts";

export type NoOpOrder = { database: PoolConfig; jobs: number };

const JOB = "nothing";

// The peer: graphile-worker with its default settings, whose jobs do nothing. Answers with the milliseconds from its start
// until the last of them has ended.
answerQuestions<NoOpOrder, number>(async ({ database, jobs }) => {
  const pool = new Pool({ ...database, max: 10 });
  pool.on("error", () => undefined).on("connect", (client) => client.on("error", () => undefined));
  try {
    await pool.query("select graphile_worker.add_job($1) from generate_series(1, $2::int)", [JOB, jobs]);
    return await drain(pool, jobs);
  } finally {
    await pool.end();
  }
});

async function drain(pgPool: Pool, jobs: number): Promise<number> {
  const events: WorkerEvents = new EventEmitter();
  const done = new Promise<void>((resolve) => {
    let left = jobs;
    events.on("job:complete", () => {
      left -= 1;
      if (left === 0) resolve();
    });
  });
  const startedAt = performance.now();
  const runner = await run({
    pgPool,
    events,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: { [JOB]: () => undefined },
  });
  await done;
  const elapsed = performance.now() - startedAt;
  await runner.stop();
  return elapsed;
}
