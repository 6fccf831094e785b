import type { Clock } from "../clock/clock.ts";
import type { Handset } from "./handset.ts";
import { answerLine, createLine, endLine, type Line, rejectLine } from "./line.ts";

/** What happened when the network tried to ring a handset. */
export type RingAttempt = { kind: "ringing"; line: Line } | { kind: "busy" } | { kind: "unreachable" };

/** Between answering and what its owner does then. */
const BEFORE_ACTING_MS = 1_000;

/**
 * Rings a handset: its owner reacts as scripted (or is driven live), its voicemail box picks up when its time has come.
 * Busy while it is in a call; unreachable when it is off and has no voicemail box.
 */
export function ringHandset(
  clock: Clock,
  handset: Handset,
  from: string,
  id: string,
  changed: () => void,
): RingAttempt {
  if (handset.lines.some((line) => line.state !== "ended")) return { kind: "busy" };
  if (!handset.isOn && handset.voicemailAfterMs === null) return { kind: "unreachable" };
  const line = createLine(id, "incoming", handset.number, from, clock.now());
  takeLine(handset, line, changed);
  if (handset.isOn) react(clock, handset, line);
  if (handset.voicemailAfterMs !== null) {
    const afterMs = handset.isOn ? handset.voicemailAfterMs : 0;
    clock.schedule(clock.now() + afterMs, () => answerLine(line, "machine"));
  }
  return { kind: "ringing", line };
}

/** The handset shows the line as long as it lasts. */
export function takeLine(handset: Handset, line: Line, changed: () => void): void {
  handset.lines.push(line);
  line.signal.on((event) => {
    if (event.type === "ended") handset.lines = handset.lines.filter((other) => other !== line);
    changed();
  });
  changed();
}

function react(clock: Clock, handset: Handset, line: Line): void {
  const reaction = handset.onCall;
  const after = (ms: number, run: () => void): void => {
    clock.schedule(clock.now() + ms, run);
  };
  if (reaction.do === "reject") after(reaction.afterMs, () => refuse(handset, line));
  if (reaction.do !== "answer") return;
  after(reaction.afterMs, () => {
    if (line.state !== "ringing") return;
    answerLine(line, "person");
    after(BEFORE_ACTING_MS, () => act(line, reaction));
    if (reaction.talksMs !== undefined) after(reaction.talksMs, () => endLine(line, "handset"));
  });
}

function act(line: Line, { presses, says }: { presses?: string | undefined; says?: string | undefined }): void {
  if (line.state !== "talking") return;
  if (presses) line.signal.emit({ type: "pressed", digits: presses });
  if (says) line.signal.emit({ type: "spoke", text: says, seconds: speakingSeconds(says) });
}

/** People say about two and a half words a second. */
export const speakingSeconds = (words: string): number => Math.max(1, Math.ceil(words.split(/\s+/).length / 2.5));

/** Its owner refuses the call: the voicemail box takes it, or the caller hears that it is busy. */
export function refuse(handset: Handset, line: Line): void {
  if (handset.voicemailAfterMs === null) rejectLine(line);
  else answerLine(line, "machine");
}
