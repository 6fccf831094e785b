import { type Runner, run, type TaskList, Logger as WorkerLogger } from "graphile-worker";
import { z } from "zod";
import type { AnyJob } from "../jobs.ts";
import type { Ports } from "../ports.ts";

const CONCURRENCY = 8;
const POLL_INTERVAL_MS = 1000;

const envelope = z.object({ tenant_id: z.uuid(), data: z.unknown() });

/** Starts the worker: every declared job, picked up within milliseconds of its commit. */
export async function startWorker(ports: Ports, jobs: readonly AnyJob[]): Promise<Runner> {
  return run({
    pgPool: ports.database.platformPool,
    concurrency: CONCURRENCY,
    pollInterval: POLL_INTERVAL_MS,
    noHandleSignals: true,
    logger: workerLog(ports),
    taskList: taskList(ports, jobs),
  });
}

function taskList(ports: Ports, jobs: readonly AnyJob[]): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload, helpers) => {
        const { tenant_id, data } = envelope.parse(payload);
        await job.run(ports, { tenantId: tenant_id, data, attempt: helpers.job.attempts });
      },
    ]),
  );
}

function workerLog(ports: Ports): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    // The worker's own news about each job is noise; its failures are not.
    if (level === "error") ports.log.error({ err: meta?.["error"] }, message);
    else if (level === "warning") ports.log.warn(message);
    else ports.log.trace(message);
  });
}
