import { useSyncExternalStore } from "react";

/** What can lie over any page: at most one at a time. */
export type Panel = "palette" | "shortcuts" | "new-message";

let open: Panel | null = null;
const listeners = new Set<() => void>();

function show(panel: Panel | null): void {
  open = panel;
  for (const listener of listeners) listener();
}

export const openPanel = (panel: Panel): void => show(panel);
export const closePanel = (): void => show(null);

export const usePanel = (): Panel | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
