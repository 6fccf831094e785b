export type Batches<Item, Outcome> = {
  /** Resolves with what became of the item once it has been written; rejects with what went wrong with it. */
  add(item: Item): Promise<Outcome>;
  /** Resolves when nothing is under way or waiting. */
  idle(): Promise<void>;
};

export type BatchOptions = {
  largest: number;
  /**
   * Whether a batch that failed so is to be written in halves, so that a bad item takes no other with it. Where splitting
   * would not help, whatever waits fails with the batch, and nothing gathers behind a writer that cannot write.
   */
  splits(error: unknown): boolean;
};

type Waiting<Item, Outcome> = { item: Item; resolve(outcome: Outcome): void; reject(reason: unknown): void };

/**
 * Natural batching: whatever arrives while the last batch is being written goes together in the next one. An item that
 * arrives at rest is written at once: there is no timer.
 * @param write the outcome of each item, in their order.
 */
export function createBatches<Item, Outcome = void>(
  write: (items: Item[]) => Promise<Outcome[]>,
  { largest, splits }: BatchOptions,
): Batches<Item, Outcome> {
  let waiting: Waiting<Item, Outcome>[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largest);
      waiting = waiting.slice(largest);
      await settle(batch);
    }
    running = null;
  }

  async function settle(batch: Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await write(batch.map(({ item }) => item));
      // One outcome an item, as `write` promises.
      for (const [place, { resolve }] of batch.entries()) resolve(outcomes[place] as Outcome);
    } catch (error) {
      if (!splits(error)) return fail([...batch, ...waiting.splice(0)], error);
      if (batch.length === 1) return fail(batch, error);
      const middle = Math.ceil(batch.length / 2);
      await settle(batch.slice(0, middle));
      await settle(batch.slice(middle));
    }
  }

  function fail(items: Waiting<Item, Outcome>[], error: unknown): void {
    for (const { reject } of items) reject(error);
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        running ??= run();
      }),
    async idle() {
      await running;
    },
  };
}
