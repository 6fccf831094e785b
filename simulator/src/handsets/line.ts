import type { Clock } from "../clock/clock.ts";
import { createSignal, type Signal } from "../signal.ts";

/** Something a phone heard: words said to it, or a sound in brackets. */
export interface Heard {
  at: number;
  text: string;
}

export type LineEvent =
  | { type: "answered"; by: "person" | "machine" }
  | { type: "rejected" }
  | { type: "ended"; by: "handset" | "network" }
  | { type: "pressed"; digits: string }
  | { type: "spoke"; text: string; seconds: number }
  | { type: "heard"; text: string }
  | { type: "redirected" };

/** One connection between a handset and the network. Times in ms since the epoch. */
export interface Line {
  id: string;
  direction: "outgoing" | "incoming";
  /** The handset's own number. */
  number: string;
  /** The number at the other end, as the handset shows it. */
  peer: string;
  state: "ringing" | "talking" | "ended";
  answeredBy: "person" | "machine" | null;
  endedBy: "handset" | "network" | null;
  startedAt: number;
  heard: Heard[];
  signal: Signal<LineEvent>;
}

export function createLine(id: string, direction: Line["direction"], number: string, peer: string, now: number): Line {
  return {
    id,
    direction,
    number,
    peer,
    state: "ringing",
    answeredBy: null,
    endedBy: null,
    startedAt: now,
    heard: [],
    signal: createSignal(),
  };
}

/** Someone (or something) at the ringing end picks up. */
export function answerLine(line: Line, by: "person" | "machine"): void {
  if (line.state !== "ringing") return;
  line.state = "talking";
  line.answeredBy = by;
  line.signal.emit({ type: "answered", by });
}

/** The handset refuses a ringing call: busy. */
export function rejectLine(line: Line): void {
  if (line.state !== "ringing") return;
  line.signal.emit({ type: "rejected" });
}

export function endLine(line: Line, by: "handset" | "network"): void {
  if (line.state === "ended") return;
  line.state = "ended";
  line.endedBy = by;
  line.signal.emit({ type: "ended", by });
}

/** The network lets the handset hear something. */
export function letHear(clock: Clock, line: Line, text: string): void {
  if (line.state === "ended") return;
  line.heard.push({ at: clock.now(), text });
  line.signal.emit({ type: "heard", text });
}
