import { setTimeout as pause } from "node:timers/promises";

/** Whether the work ends within that time, of the machine's clock; it goes on if it does not. */
export async function endsWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  return (
    (await within(
      milliseconds,
      work.then(() => true),
    )) ?? false
  );
}

/** What comes of the work within that time; null when nothing does. */
export async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result | null> {
  const over = new AbortController();
  const late = pause(milliseconds, null, over).catch(() => null);
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}
