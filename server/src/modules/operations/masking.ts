import type { Fact } from "./story-sources.ts";

/** What stands for what somebody may not see. */
export const MASKED = "•••";

/** Facts about a step that say nothing about a person. */
const HARMLESS = new Set([
  ...["subject", "status", "said", "processed_at", "event", "call_id", "conversation_id", "message_id", "contact_id"],
  ...["appointment_id", "lead_id", "outbound_message_id", "phone_number_id", "state", "error_code", "reason", "class"],
  ...["requested_by", "attempts", "message_sid", "segments", "price", "price_unit", "sender", "service", "start"],
  ...["urgency", "wording", "missed_at", "started_at", "scheduled_start", "media_count", "opt_out", "acts", "do"],
]);

/** The carrier's fields that say nothing about a person: Twilio, "Voice webhooks" and "Messaging webhooks". */
const HARMLESS_FIELDS = new Set([
  ...["AccountSid", "CallSid", "ParentCallSid", "DialCallSid", "MessageSid", "SmsSid", "SmsMessageSid", "ApiVersion"],
  ...["CallStatus", "DialCallStatus", "MessageStatus", "SmsStatus", "Direction", "SequenceNumber", "Timestamp"],
  ...["CallbackSource", "CallDuration", "Duration", "DialCallDuration", "DialBridged", "AnsweredBy", "Digits"],
  ...["ErrorCode", "NumMedia", "NumSegments", "FromState", "FromCountry", "ToState", "ToCountry", "oid"],
]);

/** A phone number anywhere in a text, with its last two digits left: who knows it recognises it. */
export function maskPhones(text: string): string {
  return text.replace(/\+\d{4,13}(\d{2})\b/g, `${MASKED}$1`);
}

/** A fact as somebody sees it who may not see personal data. */
export function maskFact(fact: Fact): Fact {
  return { ...fact, name: maskPhones(fact.name), data: maskRecord(fact.data, HARMLESS) };
}

/** The carrier's fields as the same person sees them. */
export function maskFields(fields: Record<string, unknown>): Record<string, unknown> {
  return maskRecord(fields, HARMLESS_FIELDS);
}

function maskRecord(data: Record<string, unknown>, harmless: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, maskValue(key, value, harmless)]));
}

function maskValue(key: string, value: unknown, harmless: ReadonlySet<string>): unknown {
  if (value === null || typeof value === "boolean") return value;
  if (key === "decision") return { acts: actsOf(value) };
  if (typeof value === "string" && /phone$|^(From|To|Caller|Called|ForwardedFrom)$/.test(key)) return maskPhone(value);
  if (!harmless.has(key)) return value === "" ? value : MASKED;
  return typeof value === "string" ? maskPhones(value) : value;
}

const maskPhone = (value: string) => (value.startsWith("+") ? maskPhones(value) : MASKED);

/** What the dispatcher did, without the words. */
function actsOf(decision: unknown): { do: string }[] {
  const acts =
    typeof decision === "object" && decision !== null && "acts" in decision && Array.isArray(decision.acts)
      ? decision.acts
      : [];
  return acts.flatMap((act: unknown) =>
    typeof act === "object" && act !== null && "do" in act ? [{ do: String(act.do) }] : [],
  );
}
