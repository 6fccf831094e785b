import { EventEmitter } from "node:events";
import { type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import type { AnyJob } from "../jobs.ts";
import type { Ports } from "../ports.ts";
import { startLookingForLostJobs } from "./lost-jobs.ts";
import { type SignOfLife, showLife } from "./sign-of-life.ts";
import { workerLog } from "./worker-log.ts";

const CONCURRENCY = 8;
const POLL_INTERVAL_MS = 1000;
/** Jobs that wait are fetched together, a few more than run at once: the lane of people's replies is not held up by it. */
const FETCHED_TOGETHER = 12;
/** Jobs that end in one turn of the event loop are struck off together; nothing waits for more of them. */
const STRUCK_OFF_AFTER_MS = 0;

const envelope = z.object({ tenant_id: z.uuid(), data: z.unknown() });

/** Starts the worker: every declared job, picked up within milliseconds of its commit, whoever dies at it. */
export async function startWorker(ports: Ports, jobs: readonly AnyJob[]): Promise<Runner> {
  const { database, log } = ports;
  const events: WorkerEvents = new EventEmitter();
  const named = poolIdFrom(events);
  const life = Promise.withResolvers<SignOfLife>();
  const runner = await run({
    pgPool: database.platformPool,
    concurrency: CONCURRENCY,
    pollInterval: POLL_INTERVAL_MS,
    preset: {
      worker: { localQueue: { size: FETCHED_TOGETHER }, completeJobBatchDelay: STRUCK_OFF_AFTER_MS },
    },
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
  // However it ends: what it did not finish is for others. Until then its jobs are its own.
  const ended = endOf(runner, shown);
  const stop = async (reason?: string) => {
    await lostJobs.stop();
    await runner.stop(reason);
    await ended;
  };
  return { ...runner, stop, [Symbol.asyncDispose]: () => stop() };
}

async function endOf(runner: Runner, life: { stop(): Promise<void> }): Promise<void> {
  try {
    await runner.promise;
  } finally {
    await life.stop();
  }
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
