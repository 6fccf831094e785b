import type { Chance } from "../../../../simulator/src/chance.ts";

/** Every order of these items: of n items n!. */
export function* orders<Item>(items: readonly Item[]): Generator<Item[]> {
  if (items.length <= 1) return yield [...items];
  for (const [index, item] of items.entries())
    for (const rest of orders(items.toSpliced(index, 1))) yield [item, ...rest];
}

/** The same with some of the items repeated, each repetition at any place; at least one. */
export function withRepeats<Item>(items: readonly Item[], chance: Chance, ...name: (string | number)[]): Item[] {
  const pick = (length: number, ...what: (string | number)[]) => Math.floor(chance.roll(...name, ...what) * length);
  let all = [...items];
  const repeats = 1 + pick(items.length, "repeats");
  for (let place = 0; place < repeats; place += 1) {
    const [again] = items.slice(pick(items.length, "which", place));
    if (again !== undefined) all = all.toSpliced(pick(all.length + 1, "where", place), 0, again);
  }
  return all;
}

/** The same in an order that follows from the seed, with repetitions. */
export function anyOrder<Item>(items: readonly Item[], chance: Chance, ...name: (string | number)[]): Item[] {
  const order = items
    .map((item, index) => ({ item, key: chance.roll(...name, index) }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
  return withRepeats(order, chance, ...name);
}

/** Every selection of these items, the empty one and the whole included: of n items 2^n. */
export function selections<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>((found, item) => [...found, ...found.map((one) => [...one, item])], [[]]);
}
