import type { Chance } from "../../../../simulator/src/chance.ts";
import { orders, withRepeats } from "./orders.ts";

/** What came of folding a story in its orders. */
export type Folded = { orders: number; projections: ReadonlySet<string> };

/**
 * Folds a story in every order, each with repetitions, and collects the distinct outcomes.
 * @param share how many of the orders are folded: 1 for all of them.
 * @param project everything that is kept of a story, as text.
 */
export function foldAll<Event>(
  name: string,
  story: readonly Event[],
  { share, chance, project }: { share: number; chance: Chance; project(events: readonly Event[]): string },
): Folded {
  const projections = new Set([project(story)]);
  let place = 0;
  let folded = 0;
  for (const order of orders(story)) {
    place += 1;
    if (share < 1 && chance.roll(name, story.length, "taken", place) >= share) continue;
    folded += 1;
    projections.add(project(withRepeats(order, chance, name, story.length, place)));
  }
  return { orders: folded, projections };
}
