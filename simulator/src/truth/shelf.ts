/** Records in the order in which they came, found by sid or by a key, bounded: the oldest leave first. */
export interface Shelf<Item extends { sid: string }> {
  put(item: Item): void;
  get(sid: string): Item | undefined;
  remove(sid: string): boolean;
  /** Oldest first. */
  all(): Item[];
  /** Newest first; with a key only the records filed under it. */
  newestFirst(key?: string): Iterable<Item>;
}

/** `keep` is the most records it holds; `keysOf` says under which keys a record is filed, besides its sid. */
export function createShelf<Item extends { sid: string }>(
  keep: number,
  keysOf: (item: Item) => string[] = () => [],
): Shelf<Item> {
  const bySid = new Map<string, Item>();
  const byKey = new Map<string, Set<Item>>();

  const remove = (sid: string): boolean => {
    const item = bySid.get(sid);
    if (!item) return false;
    for (const key of keysOf(item)) {
      const filed = byKey.get(key);
      filed?.delete(item);
      if (filed?.size === 0) byKey.delete(key);
    }
    return bySid.delete(sid);
  };

  const file = (item: Item, key: string): void => {
    const filed = byKey.get(key);
    if (filed) filed.add(item);
    else byKey.set(key, new Set([item]));
  };

  return {
    put(item) {
      bySid.set(item.sid, item);
      for (const key of keysOf(item)) file(item, key);
      const oldest = bySid.size > keep ? bySid.keys().next().value : undefined;
      if (oldest !== undefined) remove(oldest);
    },
    get: (sid) => bySid.get(sid),
    remove,
    all: () => [...bySid.values()],
    newestFirst: (key) => [...(key === undefined ? bySid.values() : (byKey.get(key) ?? []))].reverse(),
  };
}
