import { recordOptOut } from "#compliance";
import { createActivity, rememberLineType } from "#contacts";
import type { Scope } from "#platform/scope.ts";
import { formatNational } from "#platform/values/phone.ts";
import type { CarrierError } from "./carrier-errors.ts";
import { pauseLane } from "./lanes.ts";
import type { Outbound } from "./queries.ts";
import { cancelWaiting } from "./waiting.ts";

const REST = {
  minutes: Temporal.Duration.from({ minutes: 10 }),
  day: Temporal.Duration.from({ hours: 24 }),
};

/** Does what an error of the carrier asks for, and gives a person the task of reaching the customer another way. */
export async function faceFailure(scope: Scope, message: Outbound, error: CarrierError): Promise<void> {
  if (error.class === "opted_out") {
    await recordOptOut(scope, { phone: message.recipient, source: "carrier" });
    await cancelWaiting(scope, { recipient: message.recipient, reason: "opt_out" });
    return;
  }
  if (error.class === "landline") await rememberLineType(scope, message.recipient, "landline");
  if (error.rest !== undefined)
    await pauseLane(scope, message.phone_number_id, scope.now().add(REST[error.rest]), error.class);
  await askToCall(scope, message, error.sentence);
}

/** A task for a person: the text did not arrive, or may not have. */
export async function askToCall(scope: Scope, message: Outbound, sentence: string): Promise<void> {
  await createActivity(scope, {
    type: "call",
    subject: `Call ${formatNational(message.recipient)}: our text did not arrive`,
    description: sentence,
    callId: message.call_id,
    conversationId: message.conversation_id,
    priority: message.call_id === null ? "normal" : "high",
  });
}
