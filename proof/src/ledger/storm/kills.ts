import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "../../../../simulator/src/chance.ts";
import type { MortalDatabase } from "../../ground/database.ts";
import type { Servers } from "../../ground/servers.ts";

export const KINDS = ["app", "postmaster", "backend"] as const;
export type Kills = Record<(typeof KINDS)[number], number>;

/** Of four kills two meet an app, one the postmaster, one a connection of PostgreSQL. */
const TURNS = ["app", "backend", "app", "postmaster"] as const;
/** Something that is dead already cannot be killed: it is tried again. */
const TRY_AGAIN_MS = 50;

/**
 * Kills so many processes in so long a time, at moments that follow from the seed. What is dead just then is waited for,
 * so that every kill that is counted met something alive.
 */
export async function killAll(
  prey: { database: MortalDatabase; servers: Servers; apps: number },
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
        prey.servers.kill(Math.floor(roll * prey.apps)) || prey.servers.kill(Math.floor((1 - roll) * prey.apps)),
      postmaster: async () => prey.database.killPostmaster(),
      backend: () => prey.database.killBackend(roll),
    }[kind];
    while (!(await kill())) await pause(TRY_AGAIN_MS);
    kills[kind] += 1;
  }
  return kills;
}
