import { setTimeout as pause } from "node:timers/promises";
import type { Town } from "../../../../rig/src/town.ts";
import { systemClock } from "../../../../server/src/platform/clock.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import type { Poster } from "../../ground/post.ts";
import { callOf, type Delivery } from "../storm/calls.ts";

/** One request and what became of it. Moments by `performance.now()`; no status when there was no answer. */
export type Asked = { key: string; askedAt: number; answeredAt: number; status: number | null };

export type Load = { stop(): Promise<Asked[]> };

/** Posts webhooks of whole calls at an even rate, each once, whatever became of those before. */
export function startLoad(
  way: { town: Town; poster: Poster; origin: string; aheadMs: number },
  aSecond: number,
  chance: Chance,
): Load {
  const asked: Promise<Asked>[] = [];
  let stopped = false;
  const startedAt = performance.now();
  const running = (async () => {
    for (const delivery of deliveries(way, chance)) {
      await pause(Math.max(0, startedAt + (asked.length * 1000) / aSecond - performance.now()));
      if (stopped) return;
      asked.push(ask(way, delivery));
    }
  })();
  return {
    async stop() {
      stopped = true;
      await running;
      return Promise.all(asked);
    },
  };
}

function* deliveries({ town, aheadMs }: { town: Town; aheadMs: number }, chance: Chance): Generator<Delivery> {
  for (let place = 0; ; place += 1)
    yield* callOf(town, place, chance, systemClock.now().add({ milliseconds: aheadMs })).deliveries;
}

async function ask({ poster, origin }: { poster: Poster; origin: string }, { key, webhook }: Delivery): Promise<Asked> {
  const askedAt = performance.now();
  const status = await poster.post(origin, webhook).then(
    (answer) => answer.status,
    () => null,
  );
  return { key, askedAt, answeredAt: performance.now(), status };
}
