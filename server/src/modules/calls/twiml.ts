import twilio from "twilio";
import type { RoutedNumber } from "#numbers";
import type { Notice } from "./notice.ts";

const { VoiceResponse } = twilio.twiml;

/**
 * Twilio's connection overrides on the addresses in our answers: five retries on any failure, four seconds a try, fifteen
 * in all. The addresses are relative to the one that the answer came from.
 */
const hook = (topic: string) => `${topic}#rc=5&rp=all&rt=4000&tt=15000`;

type Ringing = Pick<RoutedNumber, "forwardTo" | "ringStrategy" | "ringTimeoutSeconds" | "screeningEnabled">;

/** Rings the business's phones. The caller hears ringing, and is not charged for an answer, until somebody is connected. */
export function ringPhones(number: Ringing): string {
  const answer = new VoiceResponse();
  const dial = answer.dial({
    action: hook("dial-result"),
    timeout: number.ringTimeoutSeconds,
    answerOnBridge: true,
    ...(number.ringStrategy === "in_turn" ? { sequential: true } : {}),
  });
  for (const phone of number.forwardTo) {
    dial.number(
      {
        statusCallback: hook("leg-status"),
        statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
        ...(number.screeningEnabled ? { url: hook("whisper") } : {}),
      },
      phone,
    );
  }
  return answer.toString();
}

const QUESTION_SECONDS = 5;

/** Asks whoever picked up to press 1. A voicemail cannot: the call stays unanswered. */
export function askToAccept(): string {
  const answer = new VoiceResponse();
  const gather = answer.gather({ action: hook("whisper-result"), numDigits: 1, timeout: QUESTION_SECONDS });
  gather.say({ loop: 2 }, "A customer is calling. Press 1 to take the call.");
  answer.hangup();
  return answer.toString();
}

/** An empty answer connects the caller; hanging up lets the other phones ring on. */
export function acceptedOrNot(digits: string | undefined): string {
  const answer = new VoiceResponse();
  if (digits !== "1") answer.hangup();
  return answer.toString();
}

export function sayAndHangUp(notice: Notice): string {
  const answer = new VoiceResponse();
  answer.say(notice.text);
  answer.hangup();
  return answer.toString();
}

/** The call is over for us. */
export function hangUp(): string {
  const answer = new VoiceResponse();
  answer.hangup();
  return answer.toString();
}

/** Turns away a call without answering it. */
export function turnAway(): string {
  const answer = new VoiceResponse();
  answer.reject({ reason: "busy" });
  return answer.toString();
}
