export type SubjectQueues<Item> = {
  add(items: readonly Item[]): void;
  /** What waits or is being worked on. */
  items(): Item[];
  idle(): Promise<void>;
};

/**
 * Works on items of one subject in their order, up to `together` of them at once, and on different subjects side by side,
 * `width` of them. When the work is false, the items waiting behind it are let go.
 */
export function createSubjectQueues<Item>(
  { width, together }: { width: number; together: number },
  subjectOf: (item: Item) => string,
  work: (items: readonly Item[]) => Promise<boolean>,
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
    while (queue.length > 0) {
      const items = queue.slice(0, together);
      if (!(await work(items))) break;
      queue.splice(0, items.length);
    }
    queues.delete(subject);
    running.delete(subject);
    startNext();
  }

  return {
    add(items) {
      for (const [subject, added] of Map.groupBy(items, subjectOf)) {
        const queue = queues.get(subject);
        if (queue !== undefined) queue.push(...added);
        else queues.set(subject, added);
      }
      startNext();
    },
    items: () => [...queues.values()].flat(),
    async idle() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
