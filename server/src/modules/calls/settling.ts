import type { CallState } from "./call-state.ts";
import type { Verdict } from "./missed.ts";
import { isOver } from "./status.ts";

/** What the carrier still has to say of a call that is over comes within seconds; then it is judged by what is there. */
const UNTIL_JUDGED = { seconds: 5 };
/** The carrier repeats itself for 15 s (Twilio: "Webhooks: connection overrides"); a minute later nothing more is expected. */
const UNTIL_FINAL = { seconds: 60 };
/** A caller who missed everybody hears a notice and is hung up on: the end was reported by then, or never will be. */
const UNTIL_HUNG_UP = { minutes: 5 };
/** Whoever picks up hears the question twice before a decision is due. */
const FOR_THE_QUESTION = { seconds: 60 };
/** Twilio ends calls after four hours ("TwiML: Dial", timeLimit). */
const LONGEST_CALL = { hours: 4, minutes: 5 };

/** What to do, and when, with a call of which nothing more is heard. */
export type NextLook = { todo: "judge" | "close"; at: Temporal.Instant };

/** The next look at a call of which something was heard now. */
export function nextLook(state: CallState, verdict: Verdict, now: Temporal.Instant): NextLook {
  return { todo: verdict.kind === "undecided" ? "judge" : "close", at: lookAgainAt(state, verdict, now) };
}

function lookAgainAt(state: CallState, verdict: Verdict, now: Temporal.Instant): Temporal.Instant {
  const isDecided = verdict.kind !== "undecided";
  if (isOver(state.status)) return now.add(isDecided ? UNTIL_FINAL : UNTIL_JUDGED);
  if (verdict.kind === "missed") return now.add(UNTIL_HUNG_UP);
  const began = state.arrived_at ?? state.first_heard_at ?? now;
  const { plan } = state;
  const due =
    plan?.mode === "screened" && !isDecided
      ? began.add({ seconds: plan.ring_seconds }).add(FOR_THE_QUESTION)
      : began.add(LONGEST_CALL);
  const soonest = now.add(UNTIL_JUDGED);
  return Temporal.Instant.compare(due, soonest) > 0 ? due : soonest;
}
