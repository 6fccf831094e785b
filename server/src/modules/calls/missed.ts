import type { CallState, Leg } from "./call-state.ts";
import { isOver } from "./status.ts";

/** Why a call counts as missed. */
export const MISSED_REASONS = [
  "no_answer",
  "busy",
  "failed",
  "canceled",
  "voicemail",
  "not_accepted",
  "too_short",
  "caller_hung_up",
  "forwarded",
  "nobody_to_ring",
  "unreported",
] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

/** undecided: more has to be heard; not_counted: not a customer's call to the business. */
export type Verdict =
  | { kind: "answered" }
  | { kind: "missed"; reason: MissedReason }
  | { kind: "undecided" }
  | { kind: "not_counted" };

const ANSWERED: Verdict = { kind: "answered" };
const UNDECIDED: Verdict = { kind: "undecided" };
const missed = (reason: MissedReason): Verdict => ({ kind: "missed", reason });

/** Nobody talks to a customer for less; who hears an answering machine hangs up sooner. Where nobody has to press 1. */
export const SHORTEST_TALK_SECONDS = 5;

const FAILED_DIALS: Readonly<Record<string, MissedReason>> = {
  "no-answer": "no_answer",
  busy: "busy",
  failed: "failed",
  canceled: "canceled",
};
/** Twilio, "TwiML: Dial", DialCallStatus: completed for a call that was picked up, answered in a conference. */
const PICKED_UP_DIALS = new Set(["completed", "answered"]);

type Heard = Pick<CallState, "direction" | "plan" | "status" | "dial" | "legs">;

/**
 * Whether a call was answered or missed, from what was heard of it. A call is answered only when a person of the business
 * was connected: a voicemail that picks up is a miss. Words that the carrier has added since say nothing.
 * @param settled nothing more will be heard: what is missing by now stays missing.
 */
export function missedDecision(heard: Heard, settled: boolean): Verdict {
  if (heard.direction === "outbound") return { kind: "not_counted" };
  const mode = heard.plan?.mode;
  if (mode === "returned") return { kind: "not_counted" };
  if (mode === "forwarded") return missed("forwarded");
  if (mode === "nobody") return missed("nobody_to_ring");
  const failedDial = heard.dial === null ? undefined : FAILED_DIALS[heard.dial.status];
  if (failedDial !== undefined) return missed(wasPickedUp(heard) ? notConnected(heard) : failedDial);
  if (heard.dial !== null && PICKED_UP_DIALS.has(heard.dial.status)) return afterPickUp(heard, heard.dial, settled);
  return withoutDialResult(heard, settled);
}

/** The carrier says that somebody or something picked up: were they connected, and was it a person? */
function afterPickUp(heard: Heard, dial: NonNullable<Heard["dial"]>, settled: boolean): Verdict {
  if (dial.bridged === false) return missed(wasAccepted(heard) ? "caller_hung_up" : notConnected(heard));
  if (wasAccepted(heard)) return ANSWERED;
  if (heard.plan?.mode === "screened" && dial.bridged === true)
    return isMachine(heard) ? missed("voicemail") : ANSWERED;
  if (heard.plan?.mode === "screened") return settled ? missed(notConnected(heard)) : UNDECIDED;
  if (heard.plan === null && !settled) return UNDECIDED;
  if (isMachine(heard)) return missed("voicemail");
  return (dial.talk_seconds ?? 0) >= SHORTEST_TALK_SECONDS ? ANSWERED : missed("too_short");
}

/** The caller hung up while phones rang, or the carrier's word on the ringing is late or lost. */
function withoutDialResult(heard: Heard, settled: boolean): Verdict {
  if (wasAccepted(heard)) return ANSWERED;
  if (isOver(heard.status) && heard.status !== "completed") return missed(endWithoutAnswer(heard));
  if (!settled) return UNDECIDED;
  if (heard.plan?.mode !== "screened" && wasPickedUp(heard)) return isMachine(heard) ? missed("voicemail") : ANSWERED;
  if (!isOver(heard.status)) return missed("unreported");
  // Of a call that never arrived here, the carrier did not learn what to do with it: its caller heard an error.
  return missed(heard.plan === null ? "failed" : "caller_hung_up");
}

/** The call ended without ever having been answered. */
function endWithoutAnswer({ status }: Heard): MissedReason {
  return status === "busy" || status === "failed" ? status : "caller_hung_up";
}

/** Something picked up, but the caller was not connected: a machine, or nobody who pressed 1. */
function notConnected(heard: Heard): MissedReason {
  return isMachine(heard) ? "voicemail" : "not_accepted";
}

const legsOf = ({ legs }: Heard): Leg[] => Object.values(legs);
const wasAccepted = (heard: Heard) => legsOf(heard).some((leg) => leg.accepted === true);
const wasPickedUp = (heard: Heard) => legsOf(heard).some((leg) => leg.picked_up_at !== null);
/** Twilio, "Answering machine detection": AnsweredBy. */
const isMachine = (heard: Heard) => legsOf(heard).some(({ answered_by }) => /^(machine|fax)/.test(answered_by ?? ""));
