import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Place } from "./format/time.ts";
import { useUiLanguage } from "./language.tsx";

export const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

interface UiClock {
  /** The IANA zone in which the page shows times. */
  zone: string;
  /** Milliseconds since the epoch, of the world that the page shows. */
  now: number;
}

const TICK_MS = 15_000;
const ClockContext = createContext<UiClock>({ zone: viewerZone, now: Date.now() });

/** Gives the page its zone and its present; `ahead` is how many ms the shown world is ahead of this machine. */
export function UiClockProvider({ zone, ahead, children }: { zone: string; ahead: number; children: ReactNode }) {
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <ClockContext value={{ zone, now: here + ahead }}>{children}</ClockContext>;
}

export const useNow = (): number => useContext(ClockContext).now;

/** The place in which a time is shown: the page's zone unless another is given. */
export function usePlace(zone?: string): Place {
  const page = useContext(ClockContext).zone;
  const { locale } = useUiLanguage();
  return { locale, zone: zone ?? page };
}
