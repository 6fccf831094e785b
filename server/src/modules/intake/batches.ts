export type Batches<Item> = {
  /** Resolves when the item has been written; rejects with what went wrong with it. */
  add(item: Item): Promise<void>;
  /** Resolves when nothing is under way or waiting. */
  idle(): Promise<void>;
};

export type BatchOptions = {
  largest: number;
  /** Whether a batch that failed so is to be written item by item, so that a bad item takes no other with it. */
  splits(error: unknown): boolean;
};

type Waiting<Item> = { item: Item; resolve(): void; reject(reason: unknown): void };

/**
 * Natural batching: whatever arrives while the last batch is being written goes together in the next one. An item that
 * arrives at rest is written at once: there is no timer.
 */
export function createBatches<Item>(
  write: (items: Item[]) => Promise<void>,
  { largest, splits }: BatchOptions,
): Batches<Item> {
  let waiting: Waiting<Item>[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largest);
      waiting = waiting.slice(largest);
      await settle(batch);
    }
    running = null;
  }

  async function settle(batch: Waiting<Item>[]): Promise<void> {
    try {
      await write(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (batch.length > 1 && splits(error)) for (const one of batch) await settle([one]);
      else for (const { reject } of batch) reject(error);
    }
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
