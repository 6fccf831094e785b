import { setTimeout as pause } from "node:timers/promises";

const pollMs = 20;
const slowMs = 3_000;

/** Looks again and again until there is something to see; calls `slow` once when that takes longer than three seconds. */
export async function until<T>(look: () => T | undefined, slow: () => void = () => {}): Promise<T> {
  const began = performance.now();
  let told = false;
  for (;;) {
    const seen = look();
    if (seen !== undefined) return seen;
    if (!told && performance.now() - began > slowMs) {
      told = true;
      slow();
    }
    await pause(pollMs);
  }
}
