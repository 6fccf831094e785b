import { setTimeout as pause } from "node:timers/promises";
import { endsWithin } from "../../../server/src/platform/ends-within.ts";
import { prepareServer, type Server, type ServerPlace } from "./server.ts";

/** Several processes of the product side by side; when one dies a spare, which has loaded the product, takes its place. */
export type Servers = {
  /** How many there are. */
  count: number;
  /** Where those listen that run now. */
  origins(): string[];
  /** Kills the one with this place, whether it runs or is still starting. False while it is the only one left to run. */
  kill(place: number): boolean;
  /** Resolves when all of them run. */
  all(): Promise<void>;
  /** Ends them, by force those that do not stop when they are asked. Returns how many those were. */
  end(): Promise<number>;
};

/** Longer than a server gives what it has in hand: requests, jobs, connections. */
const STOPS_WITHIN_MS = 45_000;

type Post = { server: Server | null; origin: string | null; isDead: boolean };

export function startServers(count: number, place: Omit<ServerPlace, "port">): Servers {
  let isOver = false;
  const spares = Array.from({ length: count - 1 }, prepareServer);
  const nextSpare = () => {
    spares.push(prepareServer());
    return spares.shift() ?? prepareServer();
  };
  const posts: Post[] = Array.from({ length: count }, () => ({ server: null, origin: null, isDead: false }));

  async function keep(post: Post): Promise<void> {
    while (!isOver) {
      const server = nextSpare().open({ ...place, port: 0 });
      Object.assign(post, { server, origin: null, isDead: false });
      // It does not start while the database is away, or was killed at it.
      post.origin = await server.origin.catch(() => null);
      if (post.origin === null && !post.isDead) {
        await server.kill();
        await pause(200);
      } else await server.gone;
      post.origin = null;
    }
  }

  /** Nobody could take over from the last one. */
  const othersRun = (post: Post) => posts.some((other) => other !== post && other.origin !== null && !other.isDead);

  const keeping = posts.map(keep);
  return {
    count,
    origins: () => posts.flatMap(({ origin, isDead }) => (origin === null || isDead ? [] : [origin])),
    kill(index) {
      const post = posts[index];
      if (post === undefined || post.server === null || post.isDead || !othersRun(post)) return false;
      post.isDead = true;
      void post.server.kill();
      return true;
    },
    async all() {
      while (posts.some(({ origin }) => origin === null)) await pause(50);
    },
    async end() {
      isOver = true;
      const stopped = await Promise.all(posts.map(async ({ server }) => server === null || (await isStopped(server))));
      await Promise.all(keeping);
      await Promise.all(spares.map((spare) => spare.end()));
      return stopped.filter((one) => !one).length;
    },
  };
}

async function isStopped(server: Server): Promise<boolean> {
  const hasEnded = await endsWithin(STOPS_WITHIN_MS, server.end()).catch(() => false);
  if (!hasEnded) await server.kill();
  return hasEnded;
}
