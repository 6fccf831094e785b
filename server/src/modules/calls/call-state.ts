import type { RingPlan } from "./ring-plan.ts";
import { type CallStatus, furthest } from "./status.ts";

/** One phone that a call of ours rang. */
export type Leg = {
  phone: string | null;
  status: CallStatus | null;
  /** It was picked up, by a person or by a machine. */
  picked_up_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  /** The carrier's word: human, machine_start ... */
  answered_by: string | null;
  /** Whether whoever picked up pressed 1; null while nothing is known. */
  accepted: boolean | null;
  accepted_at: Temporal.Instant | null;
  /** The carrier bills it as a call of its own. */
  price: Price | null;
};

/** What the carrier said of the ringing when it was over. Twilio, "TwiML: Dial", request parameters of the action. */
export type DialResult = {
  status: string;
  /** Whether caller and callee were connected; older accounts are not told. */
  bridged: boolean | null;
  talk_seconds: number | null;
  at: Temporal.Instant;
};

/** What the carrier charged, as it writes it: a decimal number, negative for a charge, and the currency. */
export type Price = { amount: string; unit: string };

/** The two ends of a call and what the carrier knows of the caller. */
export type Parties = {
  caller_phone: string | null;
  called_phone: string | null;
  caller_name: string | null;
  caller_city: string | null;
  caller_state: string | null;
  caller_zip: string | null;
  caller_country: string | null;
  forwarded_from: string | null;
};

/** All that has been heard of a call. */
export type CallState = {
  direction: "inbound" | "outbound" | null;
  plan: RingPlan | null;
  status: CallStatus | null;
  parties: Parties;
  legs: Readonly<Record<string, Leg>>;
  dial: DialResult | null;
  /** The carrier asked what to do with the call. */
  arrived_at: Temporal.Instant | null;
  first_heard_at: Temporal.Instant | null;
  /** The carrier reported the end. */
  ended_at: Temporal.Instant | null;
  duration_seconds: number | null;
  price: Price | null;
  last_event: { at: Temporal.Instant; type: string } | null;
};

export const NO_PARTIES: Parties = {
  caller_phone: null,
  called_phone: null,
  caller_name: null,
  caller_city: null,
  caller_state: null,
  caller_zip: null,
  caller_country: null,
  forwarded_from: null,
};

export const NOTHING_HEARD: CallState = {
  direction: null,
  plan: null,
  status: null,
  parties: NO_PARTIES,
  legs: {},
  dial: null,
  arrived_at: null,
  first_heard_at: null,
  ended_at: null,
  duration_seconds: null,
  price: null,
  last_event: null,
};

/**
 * What is known when both are known. A join: commutative, associative and idempotent in every field, so that neither the
 * order nor the repetition of what was heard matters.
 */
export function join(one: CallState, other: CallState): CallState {
  return {
    direction: greatest(one.direction, other.direction),
    plan: greatest(one.plan, other.plan, (plan) => `${plan.mode} ${plan.ring_seconds}`),
    status: furthest(one.status, other.status),
    parties: joinParties(one.parties, other.parties),
    legs: joinLegs(one.legs, other.legs),
    dial: greatest(one.dial, other.dial, dialRank),
    arrived_at: earliest(one.arrived_at, other.arrived_at),
    first_heard_at: earliest(one.first_heard_at, other.first_heard_at),
    ended_at: latest(one.ended_at, other.ended_at),
    duration_seconds: greatest(one.duration_seconds, other.duration_seconds),
    price: greatest(one.price, other.price, priceRank),
    last_event: greatest(one.last_event, other.last_event, (event) => `${sortable(event.at)} ${event.type}`),
  };
}

function joinParties(one: Parties, other: Parties): Parties {
  return {
    caller_phone: greatest(one.caller_phone, other.caller_phone),
    called_phone: greatest(one.called_phone, other.called_phone),
    caller_name: greatest(one.caller_name, other.caller_name),
    caller_city: greatest(one.caller_city, other.caller_city),
    caller_state: greatest(one.caller_state, other.caller_state),
    caller_zip: greatest(one.caller_zip, other.caller_zip),
    caller_country: greatest(one.caller_country, other.caller_country),
    forwarded_from: greatest(one.forwarded_from, other.forwarded_from),
  };
}

function joinLegs(one: CallState["legs"], other: CallState["legs"]): CallState["legs"] {
  const sids = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return Object.fromEntries(sids.map((sid) => [sid, joinLeg(one[sid] ?? SILENT_LEG, other[sid] ?? SILENT_LEG)]));
}

export const SILENT_LEG: Leg = {
  phone: null,
  status: null,
  picked_up_at: null,
  ended_at: null,
  answered_by: null,
  accepted: null,
  accepted_at: null,
  price: null,
};

function joinLeg(one: Leg, other: Leg): Leg {
  return {
    phone: greatest(one.phone, other.phone),
    status: furthest(one.status, other.status),
    picked_up_at: earliest(one.picked_up_at, other.picked_up_at),
    ended_at: latest(one.ended_at, other.ended_at),
    answered_by: greatest(one.answered_by, other.answered_by),
    accepted: greatest(one.accepted, other.accepted),
    accepted_at: earliest(one.accepted_at, other.accepted_at),
    price: greatest(one.price, other.price, priceRank),
  };
}

const priceRank = ({ amount, unit }: Price) => `${unit} ${amount}`;

/** A connection outweighs none, a long one a short one. */
const dialRank = ({ bridged, talk_seconds, status, at }: DialResult) =>
  `${bridged === true ? 2 : bridged === null ? 1 : 0} ${String(talk_seconds ?? 0).padStart(8, "0")} ${status} ${sortable(at)}`;

/** Fits into a comparison of strings, which the notation of moments does not: ".5Z" comes before "Z". */
const sortable = (at: Temporal.Instant) => at.toString({ smallestUnit: "nanosecond" });

type Rank = string | number;

function greatest<Value>(one: Value | null, other: Value | null, rankOf = plainRank<Value>): Value | null {
  if (one === null || other === null) return one ?? other;
  return rankOf(one) >= rankOf(other) ? one : other;
}

const plainRank = <Value>(value: Value): Rank => (typeof value === "number" ? value : String(value));

function earliest(one: Temporal.Instant | null, other: Temporal.Instant | null): Temporal.Instant | null {
  if (one === null || other === null) return one ?? other;
  return Temporal.Instant.compare(one, other) <= 0 ? one : other;
}

function latest(one: Temporal.Instant | null, other: Temporal.Instant | null): Temporal.Instant | null {
  if (one === null || other === null) return one ?? other;
  return Temporal.Instant.compare(one, other) >= 0 ? one : other;
}
