import { type RefObject, useEffect, useRef } from "react";

/** Scrolls to `top` when something else is shown, and only then: the board must not move under the hand as time passes. */
export function useSight(scroller: RefObject<HTMLElement | null>, shown: string, top: number): void {
  const latest = useRef(top);
  useEffect(() => {
    latest.current = top;
  }, [top]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: latest.current });
  }, [scroller, shown]);
}
