import { z } from "zod";
import { textBackSentence } from "#calls";
import type { Fact } from "./story-sources.ts";

type Words = { title: string; sentence: string };

/** A fact as a person would tell it. */
export function inWords({ source, name, data }: Fact): Words {
  const text = (key: string) => (typeof data[key] === "string" ? data[key] : "");
  switch (source) {
    case "webhook":
      return { title: "The carrier reported", sentence: `${WEBHOOKS[name] ?? name} (${status(data)}).` };
    case "event":
      return { title: "It became known", sentence: EVENTS[name] ?? spaced(name.replace(".", " ")) };
    case "delivery_job":
      return { title: "A job ran", sentence: name };
    case "decision":
      return {
        title: name === "allowed" ? "A text was allowed" : "A text was refused",
        sentence: `Asked by ${ASKERS[text("requested_by")] ?? spaced(text("requested_by"))}. ${because(data)}`.trim(),
      };
    case "send":
      return { title: "Handed to the carrier", sentence: quoted(text("body")) };
    case "accepted":
      return { title: "The carrier accepted", sentence: `The text was accepted (${name}).` };
    case "delivery":
      return { title: "Delivery", sentence: name };
    case "message":
      return {
        title: name === "inbound" ? "The customer wrote" : `Written by ${SENDERS[text("sender")] ?? text("sender")}`,
        sentence: quoted(text("body")),
      };
    case "turn":
      return { title: "The dispatcher decided", sentence: turn(data) };
    case "appointment":
      return { title: "A visit", sentence: `${text("service")}, ${name}.` };
    case "lead":
      return { title: "A lead", sentence: text("problem") || "The customer wrote." };
    case "text_back":
      return { title: name === "texted" ? "Text-back" : "No text-back", sentence: textBackSentence(text("reason")) };
  }
}

const WEBHOOKS: Record<string, string> = {
  voice: "A call came in",
  "dial-result": "Ringing the owner ended",
  "call-status": "The call changed state",
  "leg-status": "The owner's phone changed state",
  whisper: "The owner's phone picked up",
  "whisper-result": "The owner pressed a key",
  sms: "A text came in",
  "sms-status": "A text changed state",
  "call-listed": "The carrier's list showed the call",
  "leg-listed": "The carrier's list showed the owner's phone",
  "sms-listed": "The carrier's list showed a text",
  "sms-status-listed": "The carrier's list showed the state of a text",
};

const EVENTS: Record<string, string> = {
  "call.started": "A call began.",
  "call.answered": "The call was answered.",
  "call.missed": "The call was missed.",
  "call.ended": "The call ended.",
  "conversation.opened": "A conversation was opened.",
  "message.received": "The customer wrote.",
  "conversation.taken_over": "A person took over.",
  "conversation.handed_back": "The conversation went back to the assistant.",
  "conversation.handed_over": "The assistant handed over to a person.",
  "send.changed": "A text changed state.",
  "appointment.booked": "A visit was booked.",
  "appointment.rescheduled": "A visit was moved.",
  "appointment.cancelled": "A visit was cancelled.",
  "lead.created": "A lead was opened.",
  "lead.changed": "A lead changed.",
};

/** Who asks for a text; the rest are named by their occasion, as "visit_reminder". */
const ASKERS: Record<string, string> = {
  ai: "the assistant",
  person: "a person",
  alert: "the alarm for the owner",
};

const SENDERS: Record<string, string> = {
  ai: "the assistant",
  human: "a person",
  system: "the system",
  customer: "the customer",
};

const spaced = (name: string) => name.replaceAll("_", " ");
const quoted = (text: string) => (text === "" ? "No words." : `“${text}”`);

const rules = z.array(z.object({ passed: z.boolean(), sentence: z.string() }));

/** Why a text was refused or has to wait, in the words of the gate. */
function because(data: Record<string, unknown>): string {
  const refusal = rules.safeParse(data["rules"]).data?.find(({ passed }) => !passed);
  return refusal?.sentence ?? (data["reason"] === "deferred" ? "It waits for the end of the quiet hours." : "");
}

function status(data: Record<string, unknown>): string {
  const body = data["body"];
  if (typeof body !== "object" || body === null) return "no status";
  const said = ["DialCallStatus", "CallStatus", "MessageStatus", "SmsStatus"].flatMap((key) =>
    key in body ? [String(Reflect.get(body, key))] : [],
  );
  return said[0] ?? "no status";
}

function turn(data: Record<string, unknown>): string {
  const decision = data["decision"];
  const acts =
    typeof decision === "object" && decision !== null && "acts" in decision && Array.isArray(decision.acts)
      ? decision.acts
      : [];
  const done = acts.flatMap((act: unknown) =>
    typeof act === "object" && act !== null && "do" in act ? [spaced(String(act.do))] : [],
  );
  return done.length === 0 ? "To reply." : `To reply and ${done.join(", ")}.`;
}
