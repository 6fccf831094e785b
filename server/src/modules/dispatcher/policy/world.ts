import type { OfferedSlot } from "./session.ts";

/** What the tools said before this turn: the only source of times, prices and promises. */
export type World = {
  now: Temporal.Instant;
  timezone: string;
  business: { name: string; trade: string; phone: string };
  opening: "open" | "after_hours" | "holiday";
  /** "Monday to Friday 8 AM to 6 PM", in the customer's language. */
  hoursInWords: string;
  serviceRadiusMiles: number;
  /** Whether the customer's address is served; unknown without a ZIP or a known city. */
  area: "inside" | "outside" | "unknown";
  /** Free times that fit what the customer wants, best first. Empty when none does. */
  fitting: readonly OfferedSlot[];
  /** The soonest free times, whatever was wanted. */
  soonest: readonly OfferedSlot[];
  estimate: Estimate;
  emergency: { enabled: boolean; reachableNow: boolean };
  /** The contact's next visit. */
  upcoming: { id: string; window_start: string; window_end: string; service: string } | null;
  /** Below this confidence a doubt is asked or handed over. */
  confidenceThreshold: number;
};

/** A price range in whole currency units with what it covers, computed from the configured rates. */
export type Estimate = {
  low: number;
  high: number;
  diagnosticFee: number;
  currency: string;
  /** More than 1 outside opening hours. */
  factor: number;
  /** How it was computed, for the record and for "why?". */
  formula: string;
};

/** What a turn does besides talking. */
export type Act =
  | { do: "book"; slot: OfferedSlot }
  | { do: "move"; appointmentId: string; slot: OfferedSlot }
  | { do: "cancel_visit"; appointmentId: string }
  | { do: "confirm_visit"; appointmentId: string }
  | { do: "hand_over"; reason: HandOverReason; urgent: boolean }
  | { do: "alert_owner"; kind: "life" | "urgent" }
  | { do: "close"; outcome: "declined" | "out_of_area" | "wrong_number" };

export type HandOverReason =
  | "asked_for_person"
  | "complaint"
  | "not_understood"
  | "life_danger"
  | "too_many_turns"
  | "no_free_time";
