import { z } from "zod";
import { readCost } from "#platform/values/cost.ts";
import { type CallState, join, type Leg, NO_PARTIES, NOTHING_HEARD, type Price, SILENT_LEG } from "./call-state.ts";
import { ringPlan } from "./ring-plan.ts";
import { isOver, readStatus } from "./status.ts";

/** One entry of the ledger. */
export type CallEvent = {
  /** The topic of the webhook that brought it. */
  event_type: string;
  occurred_at: Temporal.Instant;
  /** The carrier's fields; with a call's arrival goes what was to be done with it, `ring_plan`. */
  payload: unknown;
};

const payload = z.object({ ring_plan: ringPlan.optional() }).catchall(z.string());
type Payload = z.output<typeof payload>;

/** What is known of a call from its ledger. Order and repetition of the events do not matter. */
export function fold(events: readonly CallEvent[]): CallState {
  return events.map(hear).reduce(join, NOTHING_HEARD);
}

/** What one event alone says. */
function hear(event: CallEvent): CallState {
  const said = payload.parse(event.payload);
  const heard = {
    ...NOTHING_HEARD,
    first_heard_at: startOf(said) ?? event.occurred_at,
    last_event: { at: event.occurred_at, type: event.event_type },
  };
  const sid = said["CallSid"];
  if (isOfLeg(event.event_type)) return { ...heard, legs: sid === undefined ? {} : { [sid]: hearLeg(event, said) } };
  const status = readStatus(said["CallStatus"]);
  const dial = event.event_type === "dial-result" ? hearDial(event, said) : null;
  return {
    ...heard,
    status,
    dial,
    direction: said["Direction"]?.startsWith("outbound") === true ? "outbound" : "inbound",
    plan: said.ring_plan ?? null,
    parties: hearParties(said),
    arrived_at: isArrival(event.event_type) ? event.occurred_at : null,
    ended_at: isOver(status) ? event.occurred_at : null,
    duration_seconds: seconds(said["CallDuration"]),
    price: hearPrice(said),
  };
}

/** Only the carrier's list tells when a call began; a webhook tells of the moment at which it was posted. */
function startOf({ StartTime }: Payload): Temporal.Instant | null {
  return StartTime === undefined ? null : Temporal.Instant.from(StartTime);
}

/** Known hours after the call, and told by the carrier's list only. */
function hearPrice({ Price: amount, PriceUnit: unit }: Payload): Price | null {
  const cost = readCost(amount ?? "");
  return cost === null || unit === undefined ? null : { amount: cost, unit };
}

/** Whether webhooks of this topic ask what to do with a call that has just come in. */
export function isArrival(topic: string): boolean {
  return topic === "voice" || topic === "voice-fallback";
}

const LEG_TOPICS = new Set(["leg-status", "leg-listed", "whisper", "whisper-result"]);

/** Whether webhooks of this topic speak of a phone that we rang, not of the call itself. */
export function isOfLeg(topic: string): boolean {
  return LEG_TOPICS.has(topic);
}

function hearLeg({ event_type, occurred_at }: CallEvent, said: Payload): Leg {
  const status = readStatus(said["CallStatus"]);
  const accepted = event_type === "whisper-result" ? said["Digits"] === "1" : null;
  return {
    ...SILENT_LEG,
    status,
    accepted,
    phone: text(said["To"]),
    answered_by: text(said["AnsweredBy"]),
    picked_up_at: pickedUpAt(event_type, occurred_at, status, said),
    ended_at: isOver(status) ? occurred_at : null,
    accepted_at: accepted === true ? occurred_at : null,
    price: hearPrice(said),
  };
}

/** A phone whose whisper is asked for was picked up. Of one that is over, the list tells for how long somebody talked. */
function pickedUpAt(
  topic: string,
  at: Temporal.Instant,
  status: Leg["status"],
  said: Payload,
): Temporal.Instant | null {
  if (topic !== "leg-status" && topic !== "leg-listed") return at;
  if (status === "in-progress") return at;
  const talked = seconds(said["CallDuration"]) ?? 0;
  return topic === "leg-listed" && status === "completed" ? at.subtract({ seconds: talked }) : null;
}

function hearDial({ occurred_at }: CallEvent, said: Payload): CallState["dial"] {
  const bridged = said["DialBridged"];
  return {
    status: said["DialCallStatus"] ?? "",
    bridged: bridged === undefined ? null : bridged === "true",
    talk_seconds: seconds(said["DialCallDuration"]),
    at: occurred_at,
  };
}

function hearParties(said: Payload): CallState["parties"] {
  return {
    ...NO_PARTIES,
    caller_phone: text(said["From"] ?? said["Caller"]),
    called_phone: text(said["To"] ?? said["Called"]),
    caller_name: text(said["CallerName"]),
    caller_city: text(said["FromCity"] ?? said["CallerCity"]),
    caller_state: text(said["FromState"] ?? said["CallerState"]),
    caller_zip: text(said["FromZip"] ?? said["CallerZip"]),
    caller_country: text(said["FromCountry"] ?? said["CallerCountry"]),
    forwarded_from: text(said["ForwardedFrom"]),
  };
}

function text(field: string | undefined): string | null {
  return field === undefined || field === "" ? null : field;
}

/** Whole seconds, or null when the field is none. */
function seconds(field: string | undefined): number | null {
  return field !== undefined && /^\d{1,9}$/.test(field) ? Number(field) : null;
}
