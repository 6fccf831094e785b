import type { Cancel, Clock } from "../clock/clock.ts";
import { answerLine, endLine, type Line, type LineEvent, letHear, rejectLine } from "./line.ts";

/** Joins a caller's line with the handset that rings at the other end. Returns what parts them again. */
export function joinLines(clock: Clock, caller: Line, callee: Line): Cancel {
  return join(caller, callee, (event, other) => {
    if (event.type === "spoke") letHear(clock, other, event.text);
  });
}

/** Joins the two ends of a call between numbers of the carrier: what one network plays is what the other's party says. */
export function joinNetworks(caller: Line, callee: Line): Cancel {
  return join(caller, callee, (event, other) => {
    if (event.type === "heard") other.signal.emit({ type: "spoke", text: event.text, seconds: 1 });
  });
}

/** Answering and refusing pass from the callee to the caller, hanging up both ways; the rest as `carry` has it. */
function join(caller: Line, callee: Line, carry: (event: LineEvent, other: Line) => void): Cancel {
  const stopCaller = caller.signal.on((event) => {
    if (event.type === "ended") endLine(callee, "network");
    carry(event, callee);
  });
  const stopCallee = callee.signal.on((event) => {
    if (event.type === "answered") answerLine(caller, event.by);
    if (event.type === "rejected") rejectLine(caller);
    if (event.type === "ended") endLine(caller, "network");
    carry(event, caller);
  });
  return () => {
    stopCaller();
    stopCallee();
  };
}
