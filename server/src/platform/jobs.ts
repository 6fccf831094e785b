import type { z } from "zod";
import type { Ports } from "./ports.ts";

/** What one has to know to start a job. */
export type JobCall<Data extends object = object> = {
  name: string;
  data: z.ZodType<Data>;
  /** Jobs of one queue run one after another; without, they run in parallel. */
  queue?: (data: Data) => string;
  /** Smaller runs first; 0 by default. People's replies go ahead of campaigns. */
  priority?: number;
};

/** Work done after commit, at least once: it must be idempotent. It opens its own scopes. */
export type Job<Data extends object = object> = JobCall<Data> & {
  run(ports: Ports, context: JobContext<Data>): Promise<void>;
};

export type JobContext<Data> = { tenantId: string; data: Data; attempt: number };

/** A job whose data type is no longer told: what the worker runs. */
export type AnyJob = {
  name: string;
  run(ports: Ports, context: JobContext<unknown>): Promise<void>;
};

export function defineJob<Data extends object>(job: Job<Data>): Job<Data> {
  return job;
}

/** Forgets the data type, keeping the check of the data at run time. */
export function anyJob<Data extends object>(job: Job<Data>): AnyJob {
  return {
    name: job.name,
    run: (ports, context) => job.run(ports, { ...context, data: job.data.parse(context.data) }),
  };
}
