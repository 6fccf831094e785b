import type { WorkerEvents } from "graphile-worker";

/** Which jobs the worker has taken and not yet ended, by their ids. */
export function watchJobsInHand(events: WorkerEvents): ReadonlySet<string> {
  const inHand = new Set<string>();
  events.on("job:start", ({ job }) => void inHand.add(job.id));
  events.on("job:complete", ({ job }) => void inHand.delete(job.id));
  return inHand;
}
