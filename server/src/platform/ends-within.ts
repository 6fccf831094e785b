import { setTimeout as pause } from "node:timers/promises";

/** Whether the work ends within that time, of the machine's clock; it goes on if it does not. */
export async function endsWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  const late = pause(milliseconds, false, over).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    over.abort();
  }
}
