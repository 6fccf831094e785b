import { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import type { AnyJob } from "../jobs.ts";
import type { Ports } from "../ports.ts";
import { startLookingForLostJobs } from "./lost-jobs.ts";
import { type SignOfLife, showLife } from "./sign-of-life.ts";
import { steadyPool } from "./steady-pool.ts";
import { workerLog } from "./worker-log.ts";

const CONCURRENCY = 8;
const POLL_INTERVAL_MS = 1000;
const START_AGAIN_MS = 1000;
/** Jobs that end in one turn of the event loop are struck off together; nothing waits for more of them. */
const STRUCK_OFF_AFTER_MS = 0;

const envelope = z.object({ tenant_id: z.uuid(), data: z.unknown() });

export type Worker = { stop(): Promise<void> };

/**
 * Starts the worker: every declared job, picked up within milliseconds of its commit, whoever dies at it. Should
 * the engine give up, it is started again.
 */
export async function startWorker(ports: Ports, jobs: readonly AnyJob[]): Promise<Worker> {
  const { log } = ports;
  let stopped = false;
  let engine: Engine | null = await startEngine(ports, jobs);
  const keeping = keepRunning();

  async function keepRunning(): Promise<void> {
    for (;;) {
      const reason = await engine?.ended;
      if (stopped) return;
      log.warn({ err: reason }, "the worker gave up; starting it again");
      await pause(START_AGAIN_MS);
      if (stopped) return;
      engine = await startEngine(ports, jobs).catch(() => null);
      // Whoever stopped meanwhile stopped the one before.
      if (stopped) return engine?.stop();
    }
  }

  return {
    async stop() {
      stopped = true;
      await engine?.stop();
      await keeping;
    },
  };
}

/** `ended` resolves when it has ended, with the reason where it was not asked to. */
type Engine = { ended: Promise<unknown>; stop(): Promise<void> };

async function startEngine(ports: Ports, jobs: readonly AnyJob[]): Promise<Engine> {
  const { database, log } = ports;
  const events: WorkerEvents = new EventEmitter();
  const named = poolIdFrom(events);
  const life = Promise.withResolvers<SignOfLife>();
  const runner = await run({
    pgPool: steadyPool(database.platformPool),
    concurrency: CONCURRENCY,
    pollInterval: POLL_INTERVAL_MS,
    // Its local queue would fetch jobs together, but ends the process when it cannot give them back to a database that is away.
    preset: { worker: { completeJobBatchDelay: STRUCK_OFF_AFTER_MS } },
    noHandleSignals: true,
    logger: workerLog(log),
    taskList: taskList(ports, jobs, life.promise),
    events,
  });
  const poolId = await named;
  const shown = await showLife(database.address.platform, poolId, (error) =>
    log.warn({ err: error }, "the connection that shows that this worker lives broke; taking it up again"),
  );
  life.resolve(shown);
  const lostJobs = startLookingForLostJobs(ports, poolId);
  const ended = endOf(runner, [shown, lostJobs]);
  return {
    ended,
    async stop() {
      await lostJobs.stop();
      // It may have given up already.
      await runner.stop().catch(() => undefined);
      await ended;
    },
  };
}

/** However it ends: what it did not finish is for others. Until then its jobs are its own. */
async function endOf(runner: Runner, companions: readonly { stop(): Promise<void> }[]): Promise<unknown> {
  const reason = await runner.promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  for (const companion of companions) await companion.stop();
  return reason;
}

/** The worker locks jobs in the name of its pool, and tells that name nowhere else. */
function poolIdFrom(events: WorkerEvents): Promise<string> {
  return new Promise((resolve) => events.once("pool:create", ({ workerPool }) => resolve(workerPool.id)));
}

/** No job is begun before it can be seen that this process lives. */
function taskList(ports: Ports, jobs: readonly AnyJob[], life: Promise<SignOfLife>): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload, helpers) => {
        const { tenant_id, data } = envelope.parse(payload);
        await (await life).shown();
        await job.run(ports, { tenantId: tenant_id, data, attempt: helpers.job.attempts });
      },
    ]),
  );
}
