export type SubjectQueues<Item> = {
  add(item: Item): void;
  /** What waits or is being worked on. */
  items(): Item[];
  idle(): Promise<void>;
};

/**
 * Works on items of one subject one after another and on different subjects side by side, `width` of them. When the work
 * on an item is false, the items waiting behind it are let go.
 */
export function createSubjectQueues<Item>(
  width: number,
  subjectOf: (item: Item) => string,
  work: (item: Item) => Promise<boolean>,
): SubjectQueues<Item> {
  const queues = new Map<string, Item[]>();
  const running = new Map<string, Promise<void>>();

  function startNext(): void {
    for (const [subject, queue] of queues) {
      if (running.size >= width) return;
      if (!running.has(subject)) running.set(subject, run(subject, queue));
    }
  }

  async function run(subject: string, queue: Item[]): Promise<void> {
    for (let item = queue[0]; item !== undefined; item = queue[0]) {
      if (!(await work(item))) break;
      queue.shift();
    }
    queues.delete(subject);
    running.delete(subject);
    startNext();
  }

  return {
    add(item) {
      const subject = subjectOf(item);
      const queue = queues.get(subject);
      if (queue !== undefined) queue.push(item);
      else queues.set(subject, [item]);
      startNext();
    },
    items: () => [...queues.values()].flat(),
    async idle() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
