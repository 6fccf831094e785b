import { useEffect, useState } from "react";
import type { HandsetText } from "../../../api/simulator.ts";

/** Which received texts have not been looked at since the page was opened. */
export function useUnread(
  texts: readonly HandsetText[],
  isLooking: boolean,
): { count: number; latest: HandsetText | undefined } {
  const received = texts.filter(({ direction }) => direction === "received");
  const [seen, setSeen] = useState(received.length);
  useEffect(() => {
    if (isLooking) setSeen(received.length);
  }, [isLooking, received.length]);
  const count = isLooking ? 0 : Math.max(0, received.length - seen);
  return { count, latest: count > 0 ? received.at(-1) : undefined };
}
