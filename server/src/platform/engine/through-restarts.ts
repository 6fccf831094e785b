import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseAway, isUnanswered } from "../database/away.ts";
import type { SignOfLife } from "./sign-of-life.ts";

const MOST_TRIES = 5;
const PAUSE_MS = 250;

/**
 * Runs a job again that a restart of the database broke off, as soon as it is back: that speaks against no job, and the
 * engine would wait longer after each, up to hours. A carrier that cannot be reached looks the same, hence the bound.
 */
export async function throughRestarts(life: Promise<SignOfLife>, run: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await (await life).shown();
    try {
      return await run();
    } catch (error) {
      if (tries === MOST_TRIES || !isDatabaseAway(error) || isUnanswered(error)) throw error;
    }
    // Until it is noticed that the sign of life broke, too.
    await pause(PAUSE_MS);
  }
}
