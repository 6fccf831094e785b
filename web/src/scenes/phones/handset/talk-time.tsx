import { useEffect, useState } from "react";
import { useNow } from "../../../ui/clock.tsx";
import { callDuration } from "../../../ui/format/time.ts";

/** How long the call has lasted, in the time of the simulated world. `since` is in ms. */
export function TalkTime({ since }: { since: number }) {
  const now = useNow();
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const begin = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - begin), 500);
    return () => clearInterval(timer);
  }, [now]);
  return <span className="tabular">{callDuration(Math.max(0, (now - since + passed) / 1000))}</span>;
}
