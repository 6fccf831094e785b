import { setTimeout as pause } from "node:timers/promises";

/** What comes of the work within so long; null when nothing does. Who asks a database that is killed may never hear of it. */
export async function within<Result>(ms: number, work: Promise<Result>): Promise<Result | null> {
  const failed = () => null;
  return Promise.race([work.catch(failed), pause(ms, null, { ref: false })]);
}
