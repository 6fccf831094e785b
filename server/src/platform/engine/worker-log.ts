import { Logger as WorkerLogger } from "graphile-worker";
import type { Logger } from "pino";
import { z } from "zod";

const jobOf = z.object({ job: z.object({ id: z.coerce.string(), task_identifier: z.string() }) });

/**
 * The worker's news in our log. Its own sentences contain the text of the error, which may hold personal data: ours are
 * fixed, and the error goes where the log masks it.
 */
export function workerLog(log: Pick<Logger, "error" | "warn" | "trace">): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    // The worker's own news about each job is noise; its failures are not.
    if (level === "error") log.error({ err: errorIn(meta) ?? new Error(message), ...jobIn(meta) }, sentenceFor(meta));
    else if (level === "warning") log.warn({ err: new Error(message) }, "the worker warns");
    else log.trace({ worker: level }, "the worker goes on");
  });
}

type Meta = Record<string, unknown> | undefined;

function sentenceFor(meta: Meta): string {
  return meta?.["failure"] === true ? "a job failed" : "the worker is in trouble";
}

function errorIn(meta: Meta): unknown {
  return meta?.["error"] ?? meta?.["fatalError"];
}

function jobIn(meta: Meta): { task?: string; job_id?: string } {
  const { data } = jobOf.safeParse(meta);
  return data === undefined ? {} : { task: data.job.task_identifier, job_id: data.job.id };
}
