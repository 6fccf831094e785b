import { signalsLoss, type WebhookParams, type WebhookTopic } from "#intake";
import { answerArrival, answerDialResult } from "./answers.ts";
import { receiveOfCall } from "./hear.ts";
import { callSidOf } from "./ledger.ts";
import { acceptedOrNot, askToAccept } from "./twiml.ts";

/** Everything that the carrier posts about calls. */
export const callTopics: readonly WebhookTopic[] = [
  define("voice", [], answerArrival),
  signalsLoss(define("voice-fallback", [], answerArrival)),
  define("dial-result", ["DialCallSid", "DialCallStatus"], answerDialResult),
  define("whisper", [], async () => askToAccept()),
  define("whisper-result", ["Digits"], async (_ports, { params }) => acceptedOrNot(params["Digits"])),
  // Twilio: a status callback is told apart by CallSid and CallStatus.
  define("call-status", ["CallStatus"]),
  define("leg-status", ["CallStatus"]),
  define("call-listed", ["CallStatus"]),
  define("leg-listed", ["CallStatus"]),
];

/** @param tells the fields that, beside the sid, tell two webhooks of this topic apart. */
function define(
  topic: WebhookTopic["topic"],
  tells: readonly string[],
  respond?: WebhookTopic["respond"],
): WebhookTopic {
  return {
    provider: "twilio",
    topic,
    subjectOf: (params) => callSidOf(topic, params),
    dedupeKeyOf: (params: WebhookParams) =>
      [topic, ...["CallSid", ...tells].map((name) => params[name] ?? "")].join(":"),
    receive: receiveOfCall,
    ...(respond === undefined ? {} : { respond }),
  };
}
