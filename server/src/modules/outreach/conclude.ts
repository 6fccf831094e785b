import { lockRecipient } from "#compliance";
import { createActivity } from "#contacts";
import type { Scope } from "#platform/scope.ts";
import { formatNational } from "#platform/values/phone.ts";
import type { SendOutcome } from "#providers/telephony/port.ts";
import { resolveAt } from "./calls.ts";
import { carrierError } from "./carrier-errors.ts";
import { changeState } from "./change-state.ts";
import type { Claim } from "./claim.ts";
import { catchUp, enterWord } from "./delivery.ts";
import { askToCall, faceFailure } from "./failures.ts";
import { lockOutbound, type Outbound } from "./queries.ts";
import { firstLook } from "./resolution.ts";
import { sendAgain } from "./send-again.ts";

const MOST_ATTEMPTS = 18;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;

type Of<Kind extends SendOutcome["kind"]> = Extract<SendOutcome, { kind: Kind }>;

/**
 * Writes down what the carrier answered to an attempt. Only the latest attempt may say that a text did not leave; that it
 * did leave is true whoever says it.
 */
export async function conclude(scope: Scope, claimed: Claim, outcome: SendOutcome): Promise<void> {
  const [, message] = await Promise.all([lockRecipient(scope, claimed.recipient), lockOutbound(scope, claimed.id)]);
  if (message === null) return;
  if (outcome.kind === "accepted") return accept(scope, message, outcome);
  if (message.fencing_token !== claimed.fencing_token || message.state !== "sending") return;
  if (outcome.kind === "unknown") return leaveOpen(scope, message);
  if (outcome.kind === "not_processed") return tryLater(scope, message, outcome.retryAfterSeconds);
  return refuse(scope, message, outcome);
}

async function accept(scope: Scope, message: Outbound, outcome: Of<"accepted">): Promise<void> {
  const isOther = message.message_sid !== null && message.message_sid !== outcome.messageSid;
  const word = { message_sid: outcome.messageSid, status: outcome.status, error_code: null, occurred_at: scope.now() };
  const entering = enterWord(scope, { ...word, source: "response", payload: outcome }, message.id);
  await Promise.all([
    entering,
    isOther
      ? confessDouble(scope, message)
      : catchUp(scope, message, outcome.messageSid, { segments: outcome.segments }),
  ]);
}

/** The carrier took the same text twice: its own list did not show the first one in time. A person should know. */
export async function confessDouble(scope: Scope, message: Outbound): Promise<void> {
  await createActivity(scope, {
    type: "task",
    subject: `${formatNational(message.recipient)} may have received the same text twice`,
    description: "The carrier accepted one text of ours twice. Its answer to the first attempt was lost.",
    callId: message.call_id,
    conversationId: message.conversation_id,
  });
}

async function leaveOpen(scope: Scope, message: Outbound): Promise<void> {
  await changeState(scope, message, { state: "unknown", state_reason: "no_answer" });
  await resolveAt(scope, message.id, firstLook(message.sending_at ?? scope.now()));
}

async function tryLater(scope: Scope, message: Outbound, retryAfterSeconds: number | null): Promise<void> {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (message.attempts - 1));
  const not_before = scope.now().add({ milliseconds: Math.max(pause, (retryAfterSeconds ?? 0) * 1000) });
  if (message.attempts >= MOST_ATTEMPTS || Temporal.Instant.compare(not_before, message.expires_at) >= 0) {
    await changeState(scope, message, { state: "failed", state_reason: "carrier_busy" });
    return askToCall(scope, message, "The carrier was too busy to take it in time.");
  }
  await sendAgain(scope, message, { state_reason: "carrier_busy", not_before });
}

async function refuse(scope: Scope, message: Outbound, outcome: Of<"refused">): Promise<void> {
  const error = carrierError(outcome.errorCode);
  await changeState(scope, message, { state: "failed", state_reason: error.class, error_code: outcome.errorCode });
  await faceFailure(scope, message, error);
}
