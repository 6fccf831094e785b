import { useEffect, useRef } from "react";
import { preferences } from "../preferences.ts";

interface Shortcut {
  /** Keys one after the other, separated by a space: "g i". */
  keys: string;
  label: string;
  run: () => void;
}

const registered = new Set<Shortcut>();

/** What the keyboard can do on this page, for the list that "?" shows. */
export const registeredShortcuts = (): Shortcut[] => [...registered];

/** Lets keys do something as long as the component is there. */
export function useShortcut(keys: string, label: string, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  }, [run]);
  useEffect(() => {
    const shortcut = { keys, label, run: () => latest.current() };
    registered.add(shortcut);
    return () => {
      registered.delete(shortcut);
    };
  }, [keys, label]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

const isBehindDialog = (): boolean => document.querySelector("[role=dialog], [role=menu]") !== null;

const SEQUENCE_MS = 1_200;

/** Listens on the page. Single keys are off while someone types, behind a dialog, and when they are switched off. */
export function listenForShortcuts(): () => void {
  let before = "";
  let beforeAt = 0;
  const onKey = (event: KeyboardEvent) => {
    const isFree = !event.metaKey && !event.ctrlKey && !event.altKey && !event.defaultPrevented;
    if (!isFree || !preferences().shortcuts || isTyping(event.target) || isBehindDialog()) return;
    const isFresh = before !== "" && event.timeStamp - beforeAt < SEQUENCE_MS;
    const pressed = isFresh ? `${before} ${event.key}` : event.key;
    const shortcut = [...registered].findLast(({ keys }) => keys === pressed);
    before = shortcut ? "" : event.key;
    beforeAt = event.timeStamp;
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
