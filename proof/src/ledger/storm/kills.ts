import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "../../../../simulator/src/chance.ts";
import type { MortalDatabase } from "../../ground/database.ts";
import type { Servers } from "../../ground/servers.ts";

export const KINDS = ["app", "postmaster", "backend"] as const;
export type Kills = Record<(typeof KINDS)[number], number>;

/** Of ten kills eight meet an app: PostgreSQL, which is down for seconds after each of the others, has to be up in between. */
const TURNS = ["app", "backend", "app", "app", "app", "postmaster", "app", "app", "app", "app"] as const;
/** Something that is dead already cannot be killed: it is tried again. */
const TRY_AGAIN_MS = 50;

/**
 * Kills so many processes in so long a time, or longer, at moments that follow from the seed. What is dead just then, or the
 * last that runs, is waited for: every kill that is counted met something alive and left somebody to take over.
 */
export async function killAll(
  { database, servers }: { database: MortalDatabase; servers: Servers },
  { count, lastMs }: { count: number; lastMs: number },
  chance: Chance,
): Promise<Kills> {
  const kills: Kills = { app: 0, postmaster: 0, backend: 0 };
  const moments = Array.from({ length: count }, (_none, place) => chance.roll("kill at", place) * lastMs);
  const startedAt = performance.now();
  for (const [place, moment] of moments.sort((one, other) => one - other).entries()) {
    await pause(Math.max(0, startedAt + moment - performance.now()));
    const kind = TURNS[place % TURNS.length] ?? "app";
    const roll = chance.roll("which", place);
    const kill = {
      app: async () =>
        servers.kill(Math.floor(roll * servers.count)) || servers.kill(Math.floor((1 - roll) * servers.count)),
      postmaster: async () => database.killPostmaster(),
      backend: () => database.killBackend(roll),
    }[kind];
    while (!(await kill())) await pause(TRY_AGAIN_MS);
    kills[kind] += 1;
  }
  return kills;
}
