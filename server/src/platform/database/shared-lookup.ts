/** Finds what there is under a key; null when there is nothing. */
export type SharedLookup<Found> = (key: string) => Promise<Found | null>;

type Asked<Found> = { key: string; resolve(found: Found | null): void; reject(reason: unknown): void };

/**
 * Look-ups that share queries: whoever asks while one is under way is answered by the next, together with all who asked
 * meanwhile. So nothing is answered from before it was asked, and at rest a look-up begins at once.
 * @param find one query for several keys; keys that it leaves out lead to nothing.
 */
export function shareLookups<Found>(
  find: (keys: readonly string[]) => Promise<ReadonlyMap<string, Found>>,
): SharedLookup<Found> {
  let waiting: Asked<Found>[] = [];
  let isUnderWay = false;

  async function answerAll(): Promise<void> {
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      await answer(asked);
    }
    isUnderWay = false;
  }

  async function answer(asked: readonly Asked<Found>[]): Promise<void> {
    try {
      const found = await find([...new Set(asked.map(({ key }) => key))]);
      for (const { key, resolve } of asked) resolve(found.get(key) ?? null);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (isUnderWay) return;
      isUnderWay = true;
      void answerAll();
    });
}
