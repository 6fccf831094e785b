import { useEffect, useState } from "react";
import { useNow } from "../../ui/clock.tsx";
import { callDuration } from "../../ui/format/time.ts";
import { Time } from "../../ui/time.tsx";

/** A running stopwatch; for what is over, how long ago it was. */
export function Elapsed({ since, isRunning }: { since: string; isRunning: boolean }) {
  const now = useNow();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!isRunning) return undefined;
    const begin = Math.max(0, Math.round((now - Date.parse(since)) / 1000));
    const shownAt = performance.now();
    const show = () => setSeconds(begin + Math.floor((performance.now() - shownAt) / 1000));
    show();
    const timer = setInterval(show, 1000);
    return () => clearInterval(timer);
  }, [since, isRunning, now]);
  if (!isRunning) return <Time at={since} shown="relative" className="block text-small font-normal text-ink-faint" />;
  return <span className="tabular block text-small">{callDuration(seconds)}</span>;
}
