import { EventEmitter } from "node:events";
import { type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import { hearBell } from "../bell.ts";
import { endsWithin } from "../ends-within.ts";
import type { AnyJob } from "../jobs.ts";
import type { Ports } from "../ports.ts";
import { isKeepable, keepable } from "../values/keepable.ts";
import { openEnginePool } from "./engine-pool.ts";
import { JOBS } from "./job-bell.ts";
import { watchJobsInHand } from "./jobs-in-hand.ts";
import { startLookingForLostJobs } from "./lost-jobs.ts";
import { type SignOfLife, showLife } from "./sign-of-life.ts";
import { steadyPool } from "./steady-pool.ts";
import { throughRestarts } from "./through-restarts.ts";
import { workerLog } from "./worker-log.ts";

const CONCURRENCY = 8;
const POLL_INTERVAL_MS = 1000;
/** Jobs that end in one turn of the event loop are struck off together; nothing waits for more of them. */
const STRUCK_OFF_AFTER_MS = 0;
/** Longer than the carrier's slowest answer takes. */
const LONGEST_END_MS = 20_000;

const envelope = z.object({ tenant_id: z.uuid(), data: z.unknown() });

export type Worker = { stop(): Promise<void> };

/** Starts the worker: every declared job, picked up within milliseconds of its commit, whoever dies at it. */
export async function startWorker(ports: Ports, jobs: readonly AnyJob[]): Promise<Worker> {
  const { database, log } = ports;
  const pool = openEnginePool(database.address.platform, (error) =>
    log.warn({ err: error }, "a connection of the worker broke"),
  );
  const steady = steadyPool(pool, (error) => log.warn({ err: error }, "the worker has to ask again"));
  const events: WorkerEvents = new EventEmitter();
  const created = handsFrom(events);
  const inHand = watchJobsInHand(events);
  const life = Promise.withResolvers<SignOfLife>();
  const runner = await run({
    pgPool: steady.pool,
    concurrency: CONCURRENCY,
    pollInterval: POLL_INTERVAL_MS,
    // Its local queue would fetch jobs together, but fails to give them back when it ends (0.18.0).
    preset: { worker: { completeJobBatchDelay: STRUCK_OFF_AFTER_MS }, plugins: [onlyWhileAlive(life.promise)] },
    noHandleSignals: true,
    logger: workerLog(log),
    taskList: taskList(ports, jobs, life.promise),
    events,
  });
  const ended = endOf(runner);
  const hands = await created;
  const stopHearing = hearBell(database, JOBS.channel, hands.wake);
  const shown = await showLife(database.address.platform, hands.id, (error) =>
    log.warn({ err: error }, "the connection that shows that this worker lives broke; taking it up again"),
  );
  life.resolve(shown);
  const lostJobs = startLookingForLostJobs(ports, hands.id, inHand);
  let isStopping = false;
  void ended.then((reason) => {
    if (!isStopping) leave(ports, reason);
  });
  return {
    async stop() {
      isStopping = true;
      stopHearing();
      steady.stop();
      if (!(await endsWithin(LONGEST_END_MS, end())))
        log.warn("the worker did not end in time; others finish what it was at");
    },
  };

  async function end(): Promise<void> {
    await lostJobs.stop();
    // It may have given up already.
    await runner.stop().catch(() => undefined);
    await ended;
    // Until now its jobs were its own.
    await shown.stop();
    await pool.end();
  }
}

/** Resolves when it has ended, with the reason where there was an error. */
function endOf(runner: Runner): Promise<unknown> {
  return runner.promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** A process that would look alive and do nothing is worse than none: whoever keeps it starts it again. */
function leave({ log }: Ports, reason: unknown): void {
  log.fatal({ err: reason }, "the worker ended by itself, and with it this process");
  process.exitCode = 1;
  process.kill(process.pid, "SIGTERM");
}

/** The worker locks jobs in the name of its pool, and shows neither that name nor how its hands are woken anywhere else. */
function handsFrom(events: WorkerEvents): Promise<{ id: string; wake(jobs: number): void }> {
  return new Promise((resolve) =>
    events.once("pool:create", ({ workerPool }) =>
      resolve({ id: workerPool.id, wake: (jobs) => workerPool.nudge(jobs) }),
    ),
  );
}

/** No job is taken before it can be seen that this process lives. */
function onlyWhileAlive(life: Promise<SignOfLife>): GraphileConfig.Plugin {
  return {
    name: "nevermisscall-only-while-alive",
    version: "1",
    worker: {
      hooks: {
        async startWorker() {
          await (await life).shown();
        },
      },
    },
  };
}

/** Nor is one begun. */
function taskList(ports: Ports, jobs: readonly AnyJob[], life: Promise<SignOfLife>): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload, helpers) => {
        const { tenant_id, data } = envelope.parse(payload);
        const { attempts: attempt } = helpers.job;
        try {
          await throughRestarts(life, () => job.run(ports, { tenantId: tenant_id, data, attempt }));
        } catch (error) {
          throw keepableError(error);
        }
      },
    ]),
  );
}

/** A failure whose words cannot be written down would be told for ever, and hold the hand that tells it. */
function keepableError(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  return isKeepable(message) ? error : new Error(keepable(message), { cause: error });
}
