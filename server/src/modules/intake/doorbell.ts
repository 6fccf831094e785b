import type { Ports } from "#platform/ports.ts";

const listeners = new WeakMap<object, Set<() => void>>();

/** Tells the drain of this process, if it has one, that webhooks were stored. */
export function ring(ports: Pick<Ports, "database">): void {
  for (const listener of listeners.get(ports.database) ?? []) listener();
}

/** Returns how to stop listening. */
export function onRing(ports: Pick<Ports, "database">, listener: () => void): () => void {
  const ofThisHouse = listeners.get(ports.database) ?? new Set();
  listeners.set(ports.database, ofThisHouse.add(listener));
  return () => ofThisHouse.delete(listener);
}
